import type { BatchStep } from '../../domain/mailings/batch-step.ts';
import type { PieceKind, ReturnReason, VoidReason } from '../../domain/facts/mailing.ts';
import type { WordlessReason } from '../../domain/mailings/begin-batch.ts';
import { KINDS, SERVICES } from './refusals-mailing.ts';

/** Words of the mailing room, by the codes of the gate. */
export const kindWords: Readonly<Record<PieceKind, string>> = KINDS;
export const serviceWords = SERVICES;

/** The line of a batch, from the ward's word to the last count. */
export const PHASES = [
  ['word', '区の最新情報'],
  ['fix', '確定'],
  ['print', '印刷'],
  ['sample', '見本照合'],
  ['release', '放出(2人)'],
  ['enclose', '封入'],
  ['post', '差出'],
  ['count', '集計'],
] as const;

/** Where on the line a step stands. */
export const phaseOfStep: Readonly<Record<BatchStep, (typeof PHASES)[number][0] | 'end'>> = {
  decide: 'fix',
  fix: 'fix',
  print: 'print',
  'hand-out': 'print',
  void: 'print',
  sample: 'sample',
  release: 'release',
  enclose: 'enclose',
  'count-enclosed': 'enclose',
  post: 'post',
  'count-posted': 'count',
  receipt: 'count',
  done: 'end',
};

export const stepWords: Readonly<Record<BatchStep, string>> = {
  decide: '残りの方を判断する',
  fix: '確定する',
  print: '印刷の準備をする',
  'hand-out': '印刷ファイルを受け取る',
  void: '抜き取り・刷り直しを記録する',
  sample: '見本を2人で照合する',
  release: '2人で放出する',
  enclose: '封入する(読み取り)',
  'count-enclosed': '封入の数を確かめる',
  post: '差し出す',
  'count-posted': '差し出した数を確かめる',
  receipt: '郵便局の受領証を記録する',
  done: 'することはありません',
};

export const stateWords: Readonly<Record<string, string>> = {
  planning: '判断中',
  fixed: '確定済み',
  blocked: '停止中(見本に違い)',
  sampled: '見本照合済み',
  released: '放出済み',
  counted: '封入済み',
  closed: '差出し済み',
};

export const pieceWords: Readonly<Record<string, string>> = {
  planned: '印刷前',
  dropped: '見送り',
  printed: '手元',
  voided: '無効',
  posted: '配達中',
  delivered: '配達済み',
  returned: '返戻',
  lost: '郵便事故',
  withdrawn: '取戻し',
};

export const wordlessWords: Readonly<Record<WordlessReason, string>> = {
  'ward-closed': '区が閉庁している',
  'ward-not-reached': '区に連絡がつかない',
  'system-failure': 'システムの障害',
  'agreed-with-ward': '区と相談して決めた',
};

export const voidWords: Readonly<Record<VoidReason, string>> = {
  spoiled: '書き損じ・汚れ(刷り直す)',
  outdated: '宛先などが変わった(刷り直す)',
  pulled: '停止のため抜き取り(刷り直さない)',
};

export const returnWords: Readonly<Record<ReturnReason, string>> = {
  'unknown-address': 'あて所に尋ねあたりません',
  'moved-unknown': '転居先不明',
  'storage-expired': '保管期間経過',
  refused: '受取拒否',
  'incomplete-address': '住所不完全',
  'recalled-by-sender': '差出人の申出による返還',
  other: 'その他',
};

export const watchWords: Readonly<Record<string, string>> = {
  'to-pull': '差し出す前に抜き取る',
  'to-ask-back': '郵便局に取戻しを請求する',
  'in-hand': '手元に残ったまま',
  'not-heard-of': '差し出してから知らせがない',
  'not-judged': '受取拒否の扱いが決まっていない',
  'vouchers-out': '戻った商品券が金庫に入っていない',
  'batch-open': '束が終わっていない',
};

export const gapWords: Readonly<Record<string, string>> = {
  fixed: '確定した数と、対象・見送りの合計が違います',
  members: '確定した数と、記録された郵便物の数が違います',
  closed: '閉じた束に、手元のものが残っています',
  printed: '印刷 = 差出し + 書き損じ + 抜き取り になっていません',
  hand: '数えた数と記録の数が違います',
  ended: '差出し = 配達中 + 配達 + 返戻 + 事故 + 取戻し になっていません',
  receipt: '受領証の金額と記録の郵便料金が違います',
};

/** What a scan did, said at once. `{place}` is the place of the letter in the order of printing. */
export const scanWords = {
  enclosed: '封入しました。続けてラベル、または次の用紙を読んでください。',
  again: 'この1通は、もう封入してあります。取り消すときは、同じ用紙をもう一度読んでください。',
  'taken-out': '封入を取り消しました。封筒から出してください。',
  labelled: 'ラベルを記録しました。次の用紙を読んでください。',
  'same-label': 'このラベルは、もうこの封筒のものです。次の用紙を読んでください。',
  'sheet-first': '追跡番号だけが読まれました。先に、その封筒に入れる用紙の記号を読んでください。',
  'number-taken': 'この番号は、もう別の封筒に使われています。新しいラベルを貼ってください。',
  voided: '無効として記録しました。用紙は裁断箱へ入れてください。',
  'void-copy': '無効にした用紙です。封筒に入れず、裁断箱へ入れてください。',
  pull: '止まりました。封筒に入れず、この1通を抜き取ってください。',
  outdated: '印刷の後に宛先などが変わりました。封筒に入れず、刷り直してください。',
  'other-batch': '別の束の用紙です。この束から取り除いてください。',
  unknown: '知らない記号です。読み取り直してください。',
  refused: '記録できませんでした。',
} as const;

export const returnScanWords = {
  returned: '返戻を記録しました。',
  again: 'この封筒の返戻は、もう記録してあります。',
  'number-wrong': '追跡番号として読めません。ラベルの番号を読み取り直してください。',
  unknown: 'この番号で差し出した郵便物はありません。封筒を確かめてください。',
  refused: '記録できませんでした。',
} as const;
