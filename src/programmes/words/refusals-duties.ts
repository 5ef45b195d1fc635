import type { CloseDutyRefusal } from '../../domain/duties/close-duty.ts';
import type { RefusalWords } from './refusal-words.ts';

export const dutyRefusals: RefusalWords<CloseDutyRefusal> = {
  'no-such-duty': () => 'この仕事は一覧にありません。対象者ごとの仕事は、結果を入力すると自動で終わります。',
  'duty-closed': ({ evidence }) => `この仕事はすでに終わっています(根拠: ${evidence})。`,
};
