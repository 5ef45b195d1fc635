import { date } from '../../domain/basics/civil-date.ts';
import type { Choice, Flag, FormDefinition } from '../../domain/forms/form.ts';

const call: readonly Flag[] = [{ asks: 'call' }];
const ward: readonly Flag[] = [{ asks: 'ward' }];
const sameDay: readonly Flag[] = [{ asks: 'urgent', class: 'u2' }];
/** 電話・119を案内し、区へ直ちに連絡する (domain.md 2.5, 2.6 U1). */
const atOnce: readonly Flag[] = [{ asks: 'advice' }, { asks: 'urgent', class: 'u1' }];

const yes = { code: 'yes', label: 'はい' } as const satisfies Choice;
const no = { code: 'no', label: 'いいえ' } as const satisfies Choice;
const none = { code: 'none', label: 'どれもない', excludesOthers: true } as const satisfies Choice;
/** Keeps the codes in the type, so that a language that leaves one out does not compile. */
const offered = <Code extends string>(pairs: Readonly<Record<Code, string>>, flags?: readonly Flag[]) =>
  Object.entries<string>(pairs).map(([code, label]): Choice & { readonly code: Code } => ({
    code: code as Code,
    label,
    ...(flags ? { flags } : {}),
  }));

/**
 * 事前アンケート (CHI-8.16-2 to 8.16-5): items Q01 to Q13 and C01 of domain.md 2.2. Sample wording for trying out; the
 * ward approves its own before the form is opened (CHI-8.16-4). No screening scale is asked here (domain.md 2.4).
 */
export const QUESTIONNAIRE_1 = {
  id: 'pre-visit-questionnaire',
  version: '1',
  title: '訪問前アンケート',
  status: 'approved',
  approval: { ref: 'tryout-sample', on: date('2026-04-01'), tryout: true },
  questions: [
    {
      code: 'Q01',
      label: '出産予定日を教えてください。',
      kind: 'date',
      required: true,
      range: { least: -21, most: 280 },
    },
    {
      code: 'Q01-changed',
      label: '妊娠届を出したあとに、出産予定日は変わりましたか。',
      kind: 'single',
      required: true,
      choices: [{ ...yes, flags: [{ asks: 'review' }] }, no],
    },
    {
      code: 'Q02-checkups',
      label: '妊婦健診を定期的に受けていますか。',
      kind: 'single',
      required: true,
      choices: [yes, { ...no, flags: sameDay }],
    },
    {
      code: 'Q02-place',
      label: '出産する病院や助産院は決まっていますか。',
      kind: 'single',
      required: true,
      choices: [yes, { ...no, flags: sameDay }],
    },
    {
      code: 'Q03',
      label: 'いまの体調で気になることはありますか。（いくつでも）',
      kind: 'multi',
      required: true,
      choices: [
        ...offered({
          tightness: 'おなかが時々張る',
          swelling: 'むくみ',
          anaemia: '貧血',
          'blood-pressure': '血圧が高い',
          weight: '体重の増え方',
          sleep: '眠れない',
          appetite: '食欲がない',
        }),
        ...offered(
          {
            bleeding: '出血がある',
            water: '水のようなものが流れ出る',
            'regular-pain': '規則的な痛み、強くなる痛み、おなかが硬いまま',
            'fewer-movements': '赤ちゃんの動きが少ない、感じない',
            'strong-headache': '強い頭痛、目がチカチカする、吐き気',
            fainting: 'けいれんした、気を失った',
            fever: '熱があって痛みもある',
          },
          atOnce,
        ),
        none,
      ],
    },
    {
      code: 'Q04',
      label: 'いまの気持ちに近いものはどれですか。（いくつでも）',
      kind: 'multi',
      required: true,
      choices: offered({
        glad: 'うれしい',
        worried: '不安',
        confused: 'とまどっている',
        tired: '疲れている',
        other: 'その他',
      }),
    },
    {
      code: 'Q04-low',
      label: 'この2週間、気分が沈んだり、ゆううつな気持ちになったりすることがよくありましたか。',
      kind: 'single',
      required: true,
      choices: [{ ...yes, flags: call }, no],
    },
    {
      code: 'Q04-interest',
      label: 'この2週間、物事に興味がわかない、心から楽しめないと感じることがよくありましたか。',
      kind: 'single',
      required: true,
      choices: [{ ...yes, flags: call }, no],
    },
    {
      code: 'Q05',
      label: '今回が初めての出産ですか。',
      kind: 'single',
      required: true,
      choices: [yes, no],
    },
    {
      code: 'Q05-multiples',
      label: 'おなかの赤ちゃんは何人ですか。',
      kind: 'int',
      required: true,
      range: { least: 1, most: 5 },
    },
    {
      code: 'Q06',
      label: '身近に相談できる人は何人いますか。',
      kind: 'int',
      required: true,
      range: { least: 0, most: 99 },
    },
    {
      code: 'Q07',
      label: '出産のあと、手伝ってくれる人やサービスはありますか。（いくつでも）',
      kind: 'multi',
      required: true,
      choices: [
        ...offered({
          partner: 'パートナー',
          kin: '家族・親族',
          friends: '友人・知人',
          services: 'サービスの利用',
        }),
        { code: 'none', label: 'ない', excludesOthers: true, flags: call },
      ],
    },
    {
      code: 'Q07-satogaeri',
      label: '里帰りの予定はありますか。',
      kind: 'single',
      required: true,
      choices: [yes, no],
    },
    {
      code: 'Q07-from',
      label: '里帰りを始める日（だいたいで結構です）',
      kind: 'date',
      required: true,
      range: { least: -120, most: 300 },
      shownIf: { question: 'Q07-satogaeri', is: ['yes'] },
    },
    {
      code: 'Q07-until',
      label: '自宅に戻る日（決まっていれば）',
      kind: 'date',
      required: false,
      range: { least: 0, most: 540 },
      shownIf: { question: 'Q07-satogaeri', is: ['yes'] },
    },
    {
      code: 'Q07-where',
      label: '里帰り先（都道府県・市区町村まで）',
      kind: 'text',
      required: false,
      shownIf: { question: 'Q07-satogaeri', is: ['yes'] },
    },
    {
      code: 'Q09',
      label: 'たばこやお酒について当てはまるものを選んでください。（いくつでも）',
      kind: 'multi',
      required: true,
      choices: [
        ...offered({
          'own-smoking': '自分がたばこを吸う',
          'family-smoking': '同居の人がたばこを吸う',
          'own-alcohol': '自分がお酒を飲む',
        }),
        none,
      ],
    },
    {
      code: 'Q10',
      label: '出産や育児の準備で、済んでいるものを選んでください。（いくつでも）',
      kind: 'multi',
      required: false,
      choices: [
        ...offered({
          goods: 'ベビー用品',
          classes: '母親学級・両親学級',
          reading: '本や動画で学んだ',
          place: '赤ちゃんの寝る場所',
        }),
        none,
      ],
    },
    {
      code: 'Q11',
      label: 'いま困っていること、心配なことはありますか。（いくつでも）',
      kind: 'multi',
      required: true,
      choices: [
        ...offered({
          nursery: '保育園',
          siblings: '上の子のこと',
          money: 'お金のこと',
          work: '仕事のこと',
          housing: '住まいのこと',
          birth: '出産のこと',
          family: '家族のこと',
        }),
        none,
      ],
    },
    {
      code: 'Q12',
      label: '利用したいサービスはありますか。（いくつでも）',
      kind: 'multi',
      required: false,
      choices: [
        ...offered(
          { 'postnatal-care': '産後ケア', helper: '産前産後ヘルパー', 'nurse-call': '保健師からの電話' },
          ward,
        ),
        none,
      ],
    },
    {
      code: 'Q13',
      label: '訪問のとき、お手伝いや配慮が必要なことはありますか。（いくつでも）',
      kind: 'multi',
      required: true,
      choices: [
        ...offered({
          interpreter: '通訳',
          'sign-language': '手話・筆談',
          stairs: '階段のみの住まい',
          pets: 'ペットがいる',
          siblings: '上の子が一緒にいる',
          companion: 'パートナーや家族も話を聞きたい',
        }),
        none,
      ],
    },
    { code: 'Q13-words', label: 'そのほか、訪問する人に伝えたいこと', kind: 'text', required: false },
    {
      code: 'C01',
      label: 'お答えいただいた内容と訪問でうかがった内容を、区と共有することに同意しますか。',
      kind: 'single',
      required: true,
      choices: [
        { code: 'given', label: '同意する' },
        { code: 'refused', label: '同意しない（電話でのお申し込みの場合のみ選べます）' },
      ],
    },
    {
      code: 'Q08-partner',
      label: '妊娠や出産について、パートナーと話し合えていますか。',
      kind: 'single',
      required: false,
      alone: true,
      choices: [
        yes,
        { code: 'little', label: 'あまり話せていない' },
        no,
        { code: 'not-there', label: 'パートナーはいない' },
      ],
    },
    {
      code: 'Q08',
      label: '家の中で、怖いと感じることや、安心できないことはありますか。',
      kind: 'single',
      required: false,
      alone: true,
      choices: [{ ...yes, flags: sameDay }, no],
    },
  ],
} as const satisfies FormDefinition;
