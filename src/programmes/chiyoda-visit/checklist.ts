import { date } from '../../domain/basics/civil-date.ts';
import type { Choice, FormDefinition } from '../../domain/forms/form.ts';

const done: readonly Choice[] = [
  { code: 'done', label: '確認した' },
  { code: 'not-done', label: '確認できなかった' },
];
const well: readonly Choice[] = [
  { code: 'well', label: '問題なし' },
  { code: 'watch', label: '気になることあり', flags: [{ asks: 'review' }] },
  { code: 'refer', label: '区の支援につなぐ', flags: [{ asks: 'ward' }] },
];

/** 見守りチェックリスト for a visit of 10 to 15 minutes (CHI-8.13-1, domain.md 2.6). Sample wording for trying out. */
export const CHECKLIST_1: FormDefinition = {
  id: 'visit-checklist',
  version: '1',
  title: '見守りチェックリスト',
  status: 'approved',
  approval: { ref: 'tryout-sample', on: date('2026-04-01'), tryout: true },
  questions: [
    { code: 'V01', label: '本人確認（氏名・生年月日・住所）', kind: 'single', required: true, choices: done },
    { code: 'V02', label: '体調', kind: 'single', required: true, choices: well },
    { code: 'V03', label: '妊婦健診の受診と出産場所', kind: 'single', required: true, choices: well },
    { code: 'V04', label: '気持ちと睡眠', kind: 'single', required: true, choices: well },
    { code: 'V05', label: '産後の手伝い・里帰りの予定', kind: 'single', required: true, choices: well },
    {
      code: 'V06',
      label: '緊急時の連絡先と病院までの移動手段',
      kind: 'single',
      required: true,
      choices: well,
    },
    {
      code: 'V07',
      label: '住まいの安全（赤ちゃんの寝る場所、階段、たばこ）',
      kind: 'single',
      required: true,
      choices: [...well, { code: 'remote', label: '面談のため確認していない' }],
    },
    { code: 'V08', label: '区のサービスの説明', kind: 'single', required: true, choices: done },
    { code: 'V09', label: '質問や心配ごとへの対応', kind: 'single', required: true, choices: done },
    { code: 'V10', label: '訪問者から見て気になったこと', kind: 'single', required: true, choices: well },
    { code: 'V11', label: '健康面の様子', kind: 'text', required: false },
    { code: 'V12', label: 'そのほかの様子、気づいたこと', kind: 'text', required: false },
  ],
};
