import { date } from '../../domain/basics/civil-date.ts';
import type { Choice, FormDefinition } from '../../domain/forms/form.ts';

const scale: readonly Choice[] = [
  { code: 'yes', label: 'はい' },
  { code: 'neither', label: '何とも言えない' },
  { code: 'no', label: 'いいえ', flags: [{ asks: 'review' }] },
];

/**
 * ゆとり感の聞き取り, only for women needing follow-up (CHI-8.3-2). The choices follow 健やか親子21, turned towards a
 * pregnant woman; there is no score, and the ward's own sheet replaces this sample (domain.md 2.3, question 11 of 9).
 */
export const LEEWAY_1: FormDefinition = {
  id: 'leeway',
  version: '1',
  title: 'ゆとり感の聞き取り',
  status: 'approved',
  approval: { ref: 'tryout-sample', on: date('2026-04-01'), tryout: true },
  questions: [
    {
      code: 'L01',
      label: 'ゆったりとした気分で過ごせる時間がありますか。',
      kind: 'single',
      required: true,
      choices: scale,
    },
    {
      code: 'L02',
      label: '自分のために使える時間がありますか。',
      kind: 'single',
      required: true,
      choices: scale,
    },
    {
      code: 'L03',
      label: '毎日の暮らしに、気持ちの余裕を感じますか。',
      kind: 'single',
      required: true,
      choices: scale,
    },
    { code: 'L04', label: '話の中で出たこと', kind: 'text', required: false },
  ],
};
