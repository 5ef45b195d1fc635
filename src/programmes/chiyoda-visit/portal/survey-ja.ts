import type { WordsOf } from '../../form-words.ts';
import type { SATISFACTION_1 } from '../survey.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

/** The definition's own words. */
export const SURVEY_JA: WordsOf<typeof SATISFACTION_1> = {
  form: 'satisfaction-survey/1',
  approval: SAMPLE_APPROVAL,
  title: '訪問についてのアンケート',
  questions: {
    S01: {
      label: '訪問（面談）はいかがでしたか。',
      short: '訪問（面談）',
      choices: {
        very: 'とても良かった',
        good: '良かった',
        neither: 'どちらともいえない',
        poor: 'あまり良くなかった',
        bad: '良くなかった',
      },
    },
    S02: {
      label: '申し込みは分かりやすかったですか。',
      short: '申し込みの分かりやすさ',
      choices: { yes: 'はい', neither: 'どちらともいえない', no: 'いいえ' },
    },
    S03: {
      label: '役に立ったことを選んでください。（いくつでも）',
      short: '役に立ったこと',
      choices: {
        listened: '話を聞いてもらえた',
        advice: '相談できた',
        services: '区のサービスを知ることができた',
        package: '育児パッケージ',
        none: '特にない',
      },
    },
    S04: {
      label: '出産や育児の不安は軽くなりましたか。',
      short: '出産や育児の不安',
      choices: { much: 'とても軽くなった', some: '少し軽くなった', same: '変わらない', more: '不安が増えた' },
    },
  },
};
