import type { IntakeRefusal } from '../../domain/intake/intake-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

export const intakeRefusals: RefusalWords<IntakeRefusal> = {
  'list-received-already': ({ list }) => `この一覧(${list})はすでに受け取ってあります。`,
  'hand-over-rows-differ': ({ said, found }) =>
    `授受の記録では${said}件、ファイルの中は${found}件です。途中で欠けていないか、区に確認してください。`,
  'hand-over-month-differs': ({ said, months }) =>
    `授受の記録の月(${said})と指定した月(${months.join('、')})が違います。どちらが正しいか確かめてください。`,
  'list-not-waiting': () => 'この一覧は確認待ちではありません。名簿の一覧で、いまの状態を確かめてください。',
  'no-such-question': ({ line, code }) =>
    `${line}行目に「${code}」という質問はありません。一覧の質問を開き直してください。`,
  'answer-not-allowed': ({ allowed }) => `この質問の答えは次のどれかです: ${allowed.join('、')}`,
  'print-as-needs-words': ({ line }) =>
    `${line}行目の外字の代わりに印字する文字を、区の回答のとおり入れてください。`,
  'list-approved-already': () => 'この一覧はすでに確定しています。',
  'list-not-staged': () => 'この一覧はまだ照合が終わっていません。もう一度取り込んでください。',
  'questions-open': ({ lines }) =>
    `答えの要る質問が残っています(${lines.join('、')}行目)。すべて答えてから確定してください。`,
  'list-not-approved': () => 'この一覧はまだ確定の操作がされていません。',
  'list-keys-gone': () => 'この一覧のファイルと行は、すでに消去されています。',
  'list-keys-kept-until': ({ until }) =>
    until
      ? `この一覧のファイルと行は${until}まで保管します。その日以降に消去してください。`
      : 'この一覧はまだ確定も返却もされていないため、消去できません。',
  'call-back-needed': () =>
    '電話で聞いた「異動なし」は、区の代表番号へかけ直して確かめた日と時刻を入れてください。',
  'word-from-the-future': ({ asOf }) => `時点の日付(${asOf})が今日より後です。日付を確かめてください。`,
};
