import type { ReactNode } from 'react';
import type { Command } from '../../gate/command.ts';
import { secondPerson } from '../../gate/sign-in/second-person.ts';
import { ROLE_WORDS } from '../../programmes/words/role-names.ts';
import { signInSentence } from '../../programmes/words/refusals-sign-in.ts';
import { Field } from '../kit/still/field.tsx';
import type { Asking } from './asking.ts';
import type { Problem } from './reply.ts';

/** The second person proves herself beside the first, for this act alone (SEC-4-2). */
export function SecondPerson({
  row,
  typed,
  problems,
}: {
  readonly row: Command;
  readonly typed: URLSearchParams | undefined;
  readonly problems: readonly Problem[];
}): ReactNode {
  const roles = (row.who.second ?? []).map((role) => ROLE_WORDS[role]).join('、');
  const error = problems.find(({ field }) => field === 'second-id')?.text;
  return (
    <fieldset className="second">
      <legend>2人目の確認</legend>
      <p>
        この操作は2人で行います。2人目({roles})が内容を見て、自分で入力してください。あなたのIDは使えません。
      </p>
      <Field
        name="second-id"
        label="2人目のID"
        value={typed?.get('second-id') ?? undefined}
        width="middle"
        error={error}
      />
      <label className="label" htmlFor="second-password">
        2人目のパスワード
      </label>
      <input
        id="second-password"
        name="second-password"
        type="password"
        autoComplete="off"
        className="middle"
      />
      <Field name="second-code" label="2人目の確認コード(6桁)" width="short" inputMode="numeric" exact />
    </fieldset>
  );
}

/** Who the second person is, by her own proofs, or what is wrong with them. */
export async function secondOf({
  desk,
  ticket,
  form: { fields },
}: Asking): Promise<{ readonly account: string } | { readonly problem: Problem }> {
  const [id, password, code] = ['id', 'password', 'code'].map(
    (name) => fields.get(`second-${name}`)?.trim() ?? '',
  );
  if (!id || !password || !code) {
    return { problem: { field: 'second-id', text: '2人目のID、パスワード、確認コードを入力してください。' } };
  }
  const { cookie: _cookie, ...knock } = ticket;
  const proved = await secondPerson(desk.house, { ...knock, id, password, code });
  return proved.ok
    ? { account: proved.value }
    : { problem: { field: 'second-id', text: `2人目: ${signInSentence(proved.error)}` } };
}
