import type { WordsOf } from '../../form-words.ts';
import type { QUESTIONNAIRE_1 } from '../questionnaire.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

const yesNo = { yes: 'はい', no: 'いいえ' };

/** The definition's own words, with readings over the hard ones. */
export const QUESTIONNAIRE_JA: WordsOf<typeof QUESTIONNAIRE_1> = {
  form: 'pre-visit-questionnaire/1',
  approval: SAMPLE_APPROVAL,
  title: '訪問前アンケート',
  questions: {
    Q01: {
      label: '出産予定日を教えてください。',
      short: '出産予定日',
      hint: '母子健康手帳や、病院でもらった紙に書いてあります。',
    },
    'Q01-changed': {
      label: '{妊娠届|にんしんとどけ}を出したあとに、出産予定日は変わりましたか。',
      short: '出産予定日が変わったか',
      choices: yesNo,
    },
    'Q02-checkups': {
      label: '{妊婦健診|にんぷけんしん}を定期的に受けていますか。',
      short: '{妊婦健診|にんぷけんしん}',
      choices: yesNo,
    },
    'Q02-place': {
      label: '出産する病院や{助産院|じょさんいん}は決まっていますか。',
      short: '出産する病院や{助産院|じょさんいん}',
      choices: yesNo,
    },
    Q03: {
      label: 'いまの体調で気になることはありますか。（いくつでも）',
      short: 'いまの体調',
      choices: {
        tightness: 'おなかが時々{張|は}る',
        swelling: 'むくみ',
        anaemia: '{貧血|ひんけつ}',
        'blood-pressure': '血圧が高い',
        weight: '体重の増え方',
        sleep: '眠れない',
        appetite: '食欲がない',
        bleeding: '出血がある',
        water: '水のようなものが流れ出る',
        'regular-pain': '規則的な痛み、強くなる痛み、おなかが{硬|かた}いまま',
        'fewer-movements': '赤ちゃんの動きが少ない、感じない',
        'strong-headache': '強い頭痛、目がチカチカする、{吐|は}き気',
        fainting: 'けいれんした、気を失った',
        fever: '熱があって痛みもある',
        none: 'どれもない',
      },
    },
    Q04: {
      label: 'いまの気持ちに近いものはどれですか。（いくつでも）',
      short: 'いまの気持ち',
      choices: {
        glad: 'うれしい',
        worried: '不安',
        confused: 'とまどっている',
        tired: '疲れている',
        other: 'その他',
      },
    },
    'Q04-low': {
      label: 'この2週間、気分が{沈|しず}んだり、ゆううつな気持ちになったりすることがよくありましたか。',
      short: 'この2週間の気分',
      choices: yesNo,
    },
    'Q04-interest': {
      label: 'この2週間、物事に興味がわかない、心から楽しめないと感じることがよくありましたか。',
      short: 'この2週間の興味や楽しみ',
      choices: yesNo,
    },
    Q05: { label: '今回が初めての出産ですか。', short: '初めての出産か', choices: yesNo },
    'Q05-multiples': { label: 'おなかの赤ちゃんは何人ですか。', short: 'おなかの赤ちゃんの人数' },
    Q06: {
      label: '身近に相談できる人は何人いますか。',
      short: '相談できる人の人数',
      hint: 'いないときは 0 と入れてください。',
    },
    Q07: {
      label: '出産のあと、手伝ってくれる人やサービスはありますか。（いくつでも）',
      short: '出産のあとの手伝い',
      choices: {
        partner: 'パートナー',
        kin: '家族・{親族|しんぞく}',
        friends: '友人・知人',
        services: 'サービスの利用',
        none: 'ない',
      },
    },
    'Q07-satogaeri': {
      label: '{里帰|さとがえ}りの予定はありますか。',
      short: '{里帰|さとがえ}りの予定',
      choices: yesNo,
    },
    'Q07-from': {
      label: '{里帰|さとがえ}りを始める日（だいたいで結構です）',
      short: '{里帰|さとがえ}りを始める日',
    },
    'Q07-until': { label: '自宅に戻る日（決まっていれば）', short: '自宅に戻る日' },
    'Q07-where': { label: '{里帰|さとがえ}り先（都道府県・市区町村まで）', short: '{里帰|さとがえ}り先' },
    Q09: {
      label: 'たばこやお酒について当てはまるものを選んでください。（いくつでも）',
      short: 'たばことお{酒|さけ}',
      choices: {
        'own-smoking': '自分がたばこを吸う',
        'family-smoking': '同居の人がたばこを吸う',
        'own-alcohol': '自分がお酒を飲む',
        none: 'どれもない',
      },
    },
    Q10: {
      label: '出産や育児の準備で、済んでいるものを選んでください。（いくつでも）',
      short: '出産や育児の準備',
      choices: {
        goods: 'ベビー用品',
        classes: '母親学級・両親学級',
        reading: '本や動画で学んだ',
        place: '赤ちゃんの寝る場所',
        none: 'どれもない',
      },
    },
    Q11: {
      label: 'いま困っていること、心配なことはありますか。（いくつでも）',
      short: '困っていること、心配なこと',
      choices: {
        nursery: '保育園',
        siblings: '上の子のこと',
        money: 'お金のこと',
        work: '仕事のこと',
        housing: '住まいのこと',
        birth: '出産のこと',
        family: '家族のこと',
        none: 'どれもない',
      },
    },
    Q12: {
      label: '利用したいサービスはありますか。（いくつでも）',
      short: '利用したいサービス',
      choices: {
        'postnatal-care': '{産後|さんご}ケア',
        helper: '{産前産後|さんぜんさんご}ヘルパー',
        'nurse-call': '{保健師|ほけんし}からの電話',
        none: 'どれもない',
      },
    },
    Q13: {
      label: '訪問のとき、お手伝いや{配慮|はいりょ}が必要なことはありますか。（いくつでも）',
      short: 'お手伝いや{配慮|はいりょ}',
      choices: {
        interpreter: '{通訳|つうやく}',
        'sign-language': '手話・{筆談|ひつだん}',
        stairs: '階段のみの住まい',
        pets: 'ペットがいる',
        siblings: '上の子が一緒にいる',
        companion: 'パートナーや家族も話を聞きたい',
        none: 'どれもない',
      },
    },
    'Q13-words': { label: 'そのほか、訪問する人に伝えたいこと', short: '訪問する人に伝えたいこと' },
    C01: {
      label: 'お答えいただいた内容と訪問でうかがった内容を、区と共有することに同意しますか。',
      choices: {
        given: '同意する',
        refused: '同意しない（電話でのお申し込みの場合のみ選べます）',
      },
    },
    'Q08-partner': {
      label: '妊娠や出産について、パートナーと話し合えていますか。',
      choices: {
        yes: 'はい',
        little: 'あまり話せていない',
        no: 'いいえ',
        'not-there': 'パートナーはいない',
      },
    },
    Q08: {
      label: '家の中で、怖いと感じることや、安心できないことはありますか。',
      choices: yesNo,
    },
  },
};
