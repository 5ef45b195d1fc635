import type { ReactNode } from 'react';
import type { DeviceId } from '../../../../domain/basics/ids.ts';
import { signIn } from '../../../../gate/sign-in/sign-in.ts';
import { terminalOf } from '../../../../gate/sign-in/terminal.ts';
import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Details } from '../../../kit/still/details.tsx';
import { Field } from '../../../kit/still/field.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Knocking } from '../../asking.ts';
import { cookies } from '../../cookies.ts';
import type { DemoDoor } from '../../demo-door.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type PageReply, type Problem, type Reply } from '../../reply.ts';
import { backOf, DoorForm, goOnWith, notHere, problemOf, SecretField } from './door-form.tsx';
import { withReturn } from './return-path.ts';

/** The first page of the desk: who, and the password. On a terminal that nobody has registered: its number. */
export async function showSignIn(of: Knocking): Promise<Reply> {
  if (of.who) return notHere(of);
  const terminal = await terminalOf(of.desk.house, of.knock);
  if (terminal.is === 'not-allowed') return notAllowedPage();
  if (terminal.is === 'unknown') return terminalPage(of, terminal.device, terminal.fresh);
  const isOver = of.ticket.cookie !== '';
  const notice = of.query.has('out') ? (
    <Notice kind="success" title="終了しました">
      <p>この端末の画面には、何も残っていません。</p>
    </Notice>
  ) : (
    isOver && (
      <Notice kind="info" title="利用の時間が終わりました">
        <p>続けるには、もう一度サインインしてください。</p>
      </Notice>
    )
  );
  const shown = signInPage(of, { notice });
  return isOver ? { ...shown, headers: { 'Set-Cookie': cookies.noSession() } } : shown;
}

/** First step. What was wrong is not said; the ID that was typed comes back, the password never. */
export async function handleSignIn(of: Knocking): Promise<Reply> {
  const { desk, knock, form } = of;
  const id = form.fields.get('id')?.normalize('NFKC').trim() ?? '';
  const password = form.fields.get('password') ?? '';
  const empty: readonly Problem[] = [
    ...(id === '' ? [{ field: 'id', text: 'IDを入力してください。' }] : []),
    ...(password === '' ? [{ field: 'password', text: 'パスワードを入力してください。' }] : []),
  ];
  if (empty.length > 0) return signInPage(of, { id, problems: empty });
  const done = await signIn(desk.house, { ...knock, id: id.slice(0, 128), password: password.slice(0, 256) });
  if (done.ok) return goOnWith(of, done.value.cookie);
  if (done.error.refused === 'device-unknown') return go(withReturn('/sign-in', backOf(of)));
  if (done.error.refused === 'network-not-allowed') return notAllowedPage();
  return signInPage(of, { id, problems: [problemOf('password', done.error)] });
}

/** In a try-out place only: its ID manager registers the terminal that somebody sits at. */
export async function handleTerminal(of: Knocking): Promise<Reply> {
  const terminal = await terminalOf(of.desk.house, of.knock);
  // A key that is not in the browser yet is not registered: the page puts it there first.
  if (terminal.is === 'unknown' && terminal.fresh === undefined)
    await of.desk.demo?.register(terminal.device);
  return go(withReturn('/sign-in', backOf(of)));
}

function signInPage(
  of: Knocking,
  {
    id,
    problems = [],
    notice,
  }: { readonly id?: string; readonly problems?: readonly Problem[]; readonly notice?: ReactNode },
): PageReply {
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.text;
  return page(
    'サインイン',
    <>
      <h1>サインイン</h1>
      {notice}
      <DoorForm of={of} action="/sign-in">
        <Field
          name="id"
          label="ID(職員番号)"
          value={id}
          width="middle"
          exact
          autoComplete="username"
          maxLength={128}
          error={errorOf('id')}
        />
        <SecretField
          name="password"
          label="パスワード"
          autoComplete="current-password"
          error={errorOf('password')}
        />
        <ButtonRow>
          <Button text="次へ" />
        </ButtonRow>
      </DoorForm>
      <p className="soft">IDやパスワードがわからないときは、ID管理者に連絡してください。</p>
      {of.desk.demo && <DemoPeople demo={of.desk.demo} />}
    </>,
    { problems, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

/** Who is there to be, in a try-out place. */
function DemoPeople({ demo }: { readonly demo: DemoDoor }): ReactNode {
  return (
    <Details summary="見本の町で働く人(IDとパスワード)">
      <div className="table">
        <table>
          <thead>
            <tr>
              <th scope="col">役割</th>
              <th scope="col">ID</th>
              <th scope="col">パスワード</th>
              <th scope="col">名前</th>
            </tr>
          </thead>
          <tbody>
            {demo.people.map(({ id, name, roles, password }) => (
              <tr key={id}>
                <th scope="row">{roles.map((role) => ROLE_WORDS[role]).join('、')}</th>
                <td>
                  <code>{id}</code>
                </td>
                <td>
                  <code>{password}</code>
                </td>
                <td>{name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>確認コードは、次の画面に表示されます。見本の町だけの表示です。</p>
    </Details>
  );
}

function terminalPage(of: Knocking, device: DeviceId, fresh: string | undefined): PageReply {
  const number = device.slice('device_'.length);
  return page(
    'この端末は登録されていません',
    <>
      <h1>この端末は登録されていません</h1>
      <p>
        端末番号をID管理者に伝えて、登録を依頼してください。登録が済んだら、この画面を開き直してください。
      </p>
      <p className="terminal-number">
        <span className="heard">端末番号</span>
        <code>{number.match(/.{1,5}/g)?.join(' ') ?? number}</code>
      </p>
      <p className="soft">
        番号はこのブラウザーのものです。ブラウザーのデータを消すと変わり、登録し直しになります。
      </p>
      {of.desk.demo ? (
        <DoorForm of={of} action="/sign-in/terminal">
          <Notice kind="info" title="見本の町です">
            <p>本物の町では、ID管理者が端末を確かめて登録します。ここでは、次のボタンで登録できます。</p>
          </Notice>
          <ButtonRow>
            <Button text="見本の町のID管理者に登録してもらう" />
          </ButtonRow>
        </DoorForm>
      ) : (
        <p>
          <a href={withReturn('/sign-in', backOf(of))}>登録されたか確かめる</a>
        </p>
      )}
    </>,
    { status: 403, ...(fresh === undefined ? {} : { headers: { 'Set-Cookie': cookies.terminal(fresh) } }) },
  );
}

function notAllowedPage(): PageReply {
  return page(
    'ここからは利用できません',
    <>
      <h1>ここからは利用できません</h1>
      <p>{signInSentence({ refused: 'network-not-allowed' })}</p>
    </>,
    { status: 403 },
  );
}
