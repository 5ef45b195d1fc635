import {
  disableAccountCommand,
  leaveAccountCommand,
  openAccountCommand,
} from '../../../../gate/inside/account.ts';
import {
  approveResetCommand,
  endSessionsCommand,
  unlockSignInCommand,
} from '../../../../gate/inside/credential.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import type { Given } from '../../asking.ts';
import { optionsOf } from '../../code-words.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';

const REASONS = Object.keys(accessWords.reason);
const reasonField = {
  kind: 'one',
  name: 'reason',
  label: '理由',
  options: optionsOf(accessWords.reason),
} as const;
const toId = (given: Given): string => `/administration/ids/${given['account'] ?? ''}`;
const usual = { work: 'administration', given: ['account'], to: toId } as const;

/** PII-3-1, 5-1, 6-2: only for who is notified, taught and pledged; the gate names what is missing. */
export const openId = act({
  ...usual,
  row: openAccountCommand,
  title: 'IDを発行する',
  button: '発行する',
  explain: () =>
    '区への届出、教育、誓約書がそろっている従事者のIDを開きます。権限は別に申請と承認が必要です。',
  input: (_values, given) => ({ account: givenId(given, 'account') }),
  done: 'IDを発行しました。最初のパスワードは、承認者の承認を受けて再発行から渡します。',
});

/** One step, all rights at once. */
export const disableId = act({
  ...usual,
  row: disableAccountCommand,
  title: 'IDを停止する',
  button: '停止する',
  grave: true,
  fields: [reasonField],
  explain: () =>
    'この方のすべての権限を取り消し、使っている画面をただちに終わらせます。担当の訪問があるときは、業務責任者に引き継ぎの一覧が出ます。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    reason: values.one('reason', REASONS),
  }),
  done: 'IDを停止しました。使っていた画面も終わっています。',
});

/** SEC-4-9: not closed without the entry card and the reminder of secrecy. */
export const leave = act({
  ...usual,
  row: leaveAccountCommand,
  title: '終了の手続きをする',
  button: '手続きを終える',
  grave: true,
  fields: [
    { kind: 'date', name: 'on', label: '終了の日' },
    {
      kind: 'date',
      name: 'entryCard',
      label: '入室カードを返した日',
      hint: 'カードを渡していないときは空けて、下に印を付けます。例: 2026-09-01、R8.9.1',
      optional: true,
    },
    { kind: 'check', name: 'noCard', label: '入室カードを渡していない', optional: true },
    { kind: 'date', name: 'reminderSignedOn', label: '守秘義務の確認書に署名した日' },
  ],
  explain: () =>
    '入室カードの返却と、終了後も続く守秘義務の確認が済んでいなければ終えられません。すべての権限がなくなります。',
  wrong: (values) =>
    values.checked('noCard') === (values.dateOr('entryCard') !== undefined)
      ? [
          {
            field: 'entryCard',
            text: '入室カードを返した日を入力するか、渡していないことに印を付けてください。',
          },
        ]
      : [],
  input: (values, given) => ({
    account: givenId(given, 'account'),
    on: values.date('on'),
    entryCard: values.dateOr('entryCard') ?? ('none-issued' as const),
    reminderSignedOn: values.date('reminderSignedOn'),
  }),
  done: '終了の手続きを終えました。',
});

/** SEC-11-1: after speaking with the person. */
export const unlock = act({
  ...usual,
  row: unlockSignInCommand,
  title: '止まったIDを解く',
  button: '解く',
  fields: [
    {
      kind: 'one',
      name: 'reason',
      label: '本人と話して分かったこと',
      options: [
        { value: 'mistyped', label: '本人の入力の誤りだった' },
        { value: 'forgot', label: '本人が忘れていた(再発行も行う)' },
        { value: 'not-the-person', label: '本人ではなかった(記録の点検に回す)' },
      ],
    },
  ],
  explain: () =>
    '続けて5回失敗して止まっています。必ず本人と話してから解いてください。本人でない操作だったときは、IDの停止も検討してください。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    reason: values.one('reason', ['mistyped', 'forgot', 'not-the-person']),
  }),
  done: '止まった状態を解きました。',
});

export const endAllSessions = act({
  ...usual,
  row: endSessionsCommand,
  title: '使っている画面をすべて終わらせる',
  button: '終わらせる',
  fields: [reasonField],
  explain: () => 'この方が今使っている画面(2つまで)を、ただちに終わらせます。IDと権限は変わりません。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    reason: values.one('reason', REASONS),
  }),
  done: '使っていた画面を終わらせました。',
});

/** SEC-5-1: the first of two people. */
export const approveReset = act({
  ...usual,
  row: approveResetCommand,
  title: 'パスワードの再発行を承認する',
  button: '承認する',
  fresh: { request: 'request' },
  fields: [
    {
      kind: 'one',
      name: 'what',
      label: '再発行するもの',
      options: optionsOf(accessWords.reset),
    },
    { kind: 'one', name: 'proof', label: '本人の確かめ方', options: optionsOf(accessWords.proof) },
  ],
  explain: () =>
    '承認から1日以内に、ID管理者が1回だけ使える仮パスワードを発行します。承認した人は発行できません。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    reset: givenId(given, 'request'),
    what: values.one('what', ['password', 'all']),
    proof: values.one('proof', ['met', 'called-back']),
  }),
  done: '再発行を承認しました。ID管理者が1日以内に行います。',
});
