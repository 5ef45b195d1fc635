import { date } from '../../domain/basics/civil-date.ts';
import type { Choice, FormDefinition } from '../../domain/forms/form.ts';
import type { SurveyRules } from '../../domain/survey/survey-rules.ts';

const good = [
  { code: 'very', label: 'とても良かった' },
  { code: 'good', label: '良かった' },
  { code: 'neither', label: 'どちらともいえない' },
  { code: 'poor', label: 'あまり良くなかった' },
  { code: 'bad', label: '良くなかった' },
] as const satisfies readonly Choice[];

/** 対象者アンケート (CHI-8.17-1). Codes only: an anonymous answer has no words in it. Sample wording for trying out. */
export const SATISFACTION_1 = {
  id: 'satisfaction-survey',
  version: '1',
  title: '訪問についてのアンケート',
  status: 'approved',
  approval: { ref: 'tryout-sample', on: date('2026-04-01'), tryout: true },
  questions: [
    { code: 'S01', label: '訪問（面談）はいかがでしたか。', kind: 'single', required: true, choices: good },
    {
      code: 'S02',
      label: '申し込みは分かりやすかったですか。',
      kind: 'single',
      required: true,
      choices: [
        { code: 'yes', label: 'はい' },
        { code: 'neither', label: 'どちらともいえない' },
        { code: 'no', label: 'いいえ' },
      ],
    },
    {
      code: 'S03',
      label: '役に立ったことを選んでください。（いくつでも）',
      kind: 'multi',
      required: false,
      choices: [
        { code: 'listened', label: '話を聞いてもらえた' },
        { code: 'advice', label: '相談できた' },
        { code: 'services', label: '区のサービスを知ることができた' },
        { code: 'package', label: '育児パッケージ' },
        { code: 'none', label: '特にない', excludesOthers: true },
      ],
    },
    {
      code: 'S04',
      label: '出産や育児の不安は軽くなりましたか。',
      kind: 'single',
      required: true,
      choices: [
        { code: 'much', label: 'とても軽くなった' },
        { code: 'some', label: '少し軽くなった' },
        { code: 'same', label: '変わらない' },
        { code: 'more', label: '不安が増えた' },
      ],
    },
  ],
} as const satisfies FormDefinition;

export const surveyRules: SurveyRules = {
  definitions: [SATISFACTION_1],
  heldBy: '01-31',
  smallCell: 5,
};
