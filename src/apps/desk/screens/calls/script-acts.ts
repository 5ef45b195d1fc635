import type { InquiryCategory } from '../../../../domain/inquiry/categories.ts';

/** One thing that a script leads to: a row of the gate under `/do`, with the case. */
export type ScriptAct = {
  readonly row: string;
  readonly text: string;
  /** Only for herself, with all three points: it changes where or when somebody comes, or what is sent where. */
  readonly herself?: true;
};

const movedOut: ScriptAct = { row: 'case.move-out', text: '区外への転出を記録する', herself: true };
const movedTo: ScriptAct = { row: 'case.move-by-two', text: '引っ越し先を2人で記録する', herself: true };
const passOn: ScriptAct = { row: 'inquiry.escalate', text: '引き継ぐ' };

/** The acts of each category. A stop is for anybody who tells it; what changes something of hers is for her alone. */
export const SCRIPT_ACTS: Readonly<Record<InquiryCategory, readonly ScriptAct[]>> = {
  application: [],
  change: [
    { row: 'booking.move', text: '日時を変更する', herself: true },
    { row: 'booking.make', text: '予約を入れる', herself: true },
    { row: 'booking.cancel', text: '予約を取り消す', herself: true },
  ],
  place: [movedTo],
  pause: [
    { row: 'case.pause', text: '一時中止にする' },
    { row: 'case.resume', text: '再開する', herself: true },
  ],
  stop: [{ row: 'case.withdraw', text: '連絡を止める' }],
  move: [movedOut, movedTo],
  birth: [{ row: 'case.report-birth', text: '出産を記録する' }],
  loss: [{ row: 'case.report-loss', text: 'すべて止めて、区に報告する' }],
  package: [
    { row: 'benefit.tell-place', text: 'お届け先を記録する', herself: true },
    { row: 'case.name-delivery-by-two', text: 'お届け先の住所を2人で変える', herself: true },
    { row: 'redispatch.request', text: '送り直しの申し出を記録する', herself: true },
    { row: 'benefit.release', text: '海外からの保留を解く', herself: true },
  ],
  delivery: [],
  complaint: [passOn],
  'data-complaint': [passOn],
  disclosure: [passOn],
  'own-data': [passOn],
  consultation: [{ row: 'urgent.raise', text: '緊急対応にする' }, passOn],
  other: [passOn],
};
