import { parseCivilDate } from '../../../../domain/basics/civil-date.ts';
import { ROLE_NAMES } from '../../../../gate/inside/account.ts';
import {
  grantAccessCommand,
  judgeRequestCommand,
  requestAccessCommand,
  requestWardAccess,
  withdrawAccessCommand,
} from '../../../../gate/inside/access.ts';
import { showAccessTable, listOpenRequests } from '../../../../gate/inside/access-questions.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import type { Asking, Given } from '../../asking.ts';
import { optionsOf, wordOf } from '../../code-words.ts';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { act } from '../../route.ts';
import { roleField } from './role-field.ts';

const PURPOSES = Object.keys(accessWords.purpose);
const REASONS = Object.keys(accessWords.reason);

const asked = [
  roleField,
  { kind: 'one', name: 'purpose', label: '利用の目的', options: optionsOf(accessWords.purpose) },
  { kind: 'date', name: 'until', label: '期限', hint: '1年以内。例: 2027-03-31、R9.3.31' },
] as const;

/** SEC-6-2: who, which right, for what, until when. */
export const requestRight = act({
  row: requestAccessCommand,
  work: 'administration',
  title: '権限を申請する',
  button: '申請する',
  given: ['account'],
  fresh: { request: 'request' },
  fields: asked,
  explain: () =>
    '承認者が審査し、承認されたとおりにID管理者が付与します。申請した人は承認も付与もできません。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    request: givenId(given, 'request'),
    role: values.one('role', ROLE_NAMES),
    purpose: values.one('purpose', PURPOSES),
    until: values.date('until'),
  }),
  done: '権限を申請しました。承認を待っています。',
  to: toId,
});

/** The same by the ward for its own people. */
export const requestWardRight = act({
  ...requestRight,
  row: requestWardAccess,
  name: requestWardAccess.name,
  fields: asked,
  input: (values, given) => ({
    account: givenId(given, 'account'),
    request: givenId(given, 'request'),
    role: values.one('role', ROLE_NAMES),
    purpose: values.one('purpose', PURPOSES),
    until: values.date('until'),
  }),
});

/** SEC-6-3: the security responsible person examines and decides. */
export const judgeRight = act({
  row: judgeRequestCommand,
  work: 'administration',
  title: '権限の申請を審査する',
  button: '決定する',
  given: ['account', 'request'],
  fields: [
    {
      kind: 'one',
      name: 'answer',
      label: '審査の結果',
      options: [
        { value: 'approved', label: '承認し、ID管理者に付与を指示する' },
        { value: 'rejected', label: '承認しない' },
      ],
    },
    {
      kind: 'one',
      name: 'reason',
      label: '承認しない理由',
      hint: '承認しないときだけ',
      optional: true,
      look: 'list',
      options: optionsOf(accessWords.reason),
    },
  ],
  explain: explainRequest,
  input: (values, given) => ({
    account: givenId(given, 'account'),
    request: givenId(given, 'request'),
    answer: values.one('answer', ['approved', 'rejected']),
    reason: values.oneOr('reason', REASONS),
  }),
  done: '審査の結果を記録しました。',
  to: () => '/administration/requests',
});

/** SEC-6-4: set up exactly as approved; nothing can be typed. */
export const grantRight = act({
  row: grantAccessCommand,
  work: 'administration',
  title: '承認された権限を付与する',
  button: '付与する',
  given: ['account', 'request', 'role', 'until'],
  explain: explainRequest,
  input: (_values, given) => {
    const role = ROLE_NAMES.find((one) => one === given['role']);
    if (!role) throw new NotHere();
    return {
      account: givenId(given, 'account'),
      request: givenId(given, 'request'),
      role,
      until: dateGiven(given),
    };
  },
  done: '権限を付与しました。次の操作から使えます。',
  to: () => '/administration/requests',
});

/** Acts on the very next command of that person; her sessions end. */
export const withdrawRight = act({
  row: withdrawAccessCommand,
  work: 'administration',
  title: '権限を取り消す',
  button: '取り消す',
  grave: true,
  given: ['account', 'role'],
  fields: [{ kind: 'one', name: 'reason', label: '理由', options: optionsOf(accessWords.reason) }],
  explain: (_asking, given) =>
    `「${wordOf(ROLE_WORDS, given['role'])}」の権限を1人から取り消します。この方の画面はただちに終わり、次の操作から使えません。もう一度使うには、申請からやり直します。`,
  input: (values, given) => {
    const role = ROLE_NAMES.find((one) => one === given['role']);
    if (!role) throw new NotHere();
    return { account: givenId(given, 'account'), role, reason: values.one('reason', REASONS) };
  },
  done: '権限を取り消しました。',
  to: toId,
});

function toId(given: Given): string {
  return `/administration/ids/${given['account'] ?? ''}`;
}

function dateGiven(given: Given) {
  const day = parseCivilDate(given['until'] ?? '');
  if (!day.ok) throw new NotHere();
  return day.value;
}

async function explainRequest(asking: Asking, given: Given): Promise<string> {
  const requests = await asking.answer(listOpenRequests, {});
  const one = requests.find(({ request }) => request === given['request']);
  if (!one) return 'この申請は、すでに処理されています。';
  const table = await asking.answer(showAccessTable, {});
  const nameOf = (id: string | null) => table.find(({ account }) => account === id)?.shownAs ?? id ?? '';
  return [
    `${one.shownAs ?? one.account} に「${wordOf(ROLE_WORDS, one.role)}」の権限`,
    `目的: ${wordOf(accessWords.purpose, one.purpose)}`,
    `期限: ${dayWords(one.until)}`,
    `申請: ${nameOf(one.applicant)}(${dayWords(one.requestedOn)})`,
    one.approvedBy === null ? '' : `承認: ${nameOf(one.approvedBy)}`,
  ]
    .filter((part) => part !== '')
    .join(' / ');
}
