import type { GateReason } from '../../domain/gate-reason.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { RefusalWords } from './refusal-words.ts';
import { refusalSentence } from './refusals.ts';

/** The sentence for a refusal of the gate or of a decision: what is so, and what to do. */
export function gateSentence(refusal: GateReason | Refusal): string {
  if (!isOfGate(refusal)) return refusalSentence(refusal);
  const say = GATE_WORDS[refusal.refused] as (refusal: GateReason) => string;
  return say(refusal);
}

function isOfGate(refusal: GateReason | Refusal): refusal is GateReason {
  return Object.hasOwn(GATE_WORDS, refusal.refused);
}

/** A decision that said no with a code of the gate would be given the gate's sentence: such a code does not compile here. */
const GATE_WORDS: RefusalWords<GateReason> & { readonly [Code in Refusal['refused']]?: never } = {
  denied: () => 'この操作を行う権限がありません。必要な場合は業務責任者に申請してください。',
  'unknown-row': ({ row }) => `「${row}」という操作はありません。mimamori commands で一覧を見られます。`,
  'not-understood': ({ row, problems }) =>
    `「${row}」の入力を読み取れません。次の項目を直してください: ${problems.join('、')}`,
  'second-person-needed': () => 'この操作は2人で行います。別の担当者のIDを --second で指定してください。',
  stale: () =>
    '表示している間に、ほかの人が内容を変えました。もう一度開いて、確かめてからやり直してください。',
  'key-used-for-something-else': () =>
    '同じ受付キーが別の内容で使われています。新しいキーでやり直してください。',
  'person-gone': () => 'この方の記録は、その間に消去されました。何も書き込んでいません。',
  'no-such-job': () => 'この作業は見つかりません。',
  'after-restore': () =>
    '控えから復元したあとです。復元までの間に出した郵便物と番号を2人で確認して入力するまで、印刷・発送・採番はできません。',
  'connection-lost': () =>
    'データベースとの接続が切れました。同じキーでもう一度行ってください。二重にはなりません。',
  'disk-full': () => 'ディスクがいっぱいです。空きを作ってから、もう一度行ってください。',
  taken: ({ kind, key }) =>
    TAKEN[kind] ?? `ほかの操作が先に使っています(${kind}: ${key})。別のものを選んでください。`,
};

/** What a person can do about a key or a time that somebody else was quicker to take. */
const TAKEN: Readonly<Record<string, string>> = {
  seat: 'この時刻の空きは、ほかの人が先に取りました。予約は変わっていません。別の日時を選んでください。',
  'visitor-time': 'この支援員は、その時間にほかの訪問があります。別の支援員を選んでください。',
  booking: 'この方には、ほかの画面から先に予約が入りました。開き直して確かめてください。',
};
