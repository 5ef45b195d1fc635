import type { ReactNode } from 'react';
import { addPasskey, addTotp, beginPasskey, begunTotp } from '../../../../gate/sign-in/own-factors.ts';
import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Field } from '../../../kit/still/field.tsx';
import type { Knocking } from '../../asking.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import { AnotherPerson, backOf, codeIn, DoorForm, elsewhere, goOnWith, notHere } from './door-form.tsx';
import { PasskeyButton, passkeyIn } from './passkey-button.tsx';
import { withReturn } from './return-path.ts';
import { SquareCode } from './square-code.tsx';

const isFor = ({ who }: Knocking): boolean =>
  who !== undefined && (who.needs === undefined || who.needs === 'first-factor');

/** An authenticator app: the first second factor of everybody, or another one. It counts once a code of it was given. */
export async function showApp(of: Knocking, problem?: Problem): Promise<Reply> {
  if (!isFor(of)) return notHere(of);
  const begun = await begunTotp(of.desk.house, of.ticket);
  if (!begun.ok) return elsewhere(of, begun.error) ?? refused(signInSentence(begun.error));
  const { secret, address } = begun.value;
  const isFirst = of.who?.needs === 'first-factor';
  return page(
    '認証アプリの登録',
    <>
      <h1>認証アプリの登録</h1>
      {isFirst && <p>サインインは2段階で行います。2段階目に使うものを、最初に1つ登録します。</p>}
      <ol>
        <li>業務用の電話などの認証アプリで、下の四角いコードを読み取ります。</li>
        <li>アプリに表示された6桁の数字を入力します。</li>
      </ol>
      <div className="square-code">
        <SquareCode text={address} label="認証アプリで読み取るコード" />
        <div>
          <p>読み取れないときは、この文字をアプリに入力してください。</p>
          <p>
            <code className="secret">{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <p>
            <a href={address}>この端末の認証アプリで開く</a>
          </p>
        </div>
      </div>
      <DoorForm of={of} action={of.path}>
        <Field
          name="code"
          label="アプリに表示された確認コード(6桁)"
          width="short"
          inputMode="numeric"
          autoComplete="one-time-code"
          exact
          maxLength={12}
          error={problem?.text}
        />
        <ButtonRow>
          <Button text="登録する" />
          {!isFirst && <LinkButton text="やめて戻る" href="/own" kind="plain" />}
        </ButtonRow>
      </DoorForm>
      {isFirst && (
        <>
          <p>
            <a href={withReturn('/own/passkey', backOf(of))}>アプリの代わりにパスキーを登録する</a>
          </p>
          <AnotherPerson of={of} />
        </>
      )}
    </>,
    { problems: problem ? [problem] : [], ...(problem ? { status: 422 } : {}) },
  );
}

export async function handleApp(of: Knocking): Promise<Reply> {
  const code = codeIn(of);
  if (code === '') return showApp(of, { field: 'code', text: '確認コードを入力してください。' });
  const done = await addTotp(of.desk.house, of.ticket, code);
  if (done.ok) return goOnWith(of, done.value.cookie);
  return elsewhere(of, done.error) ?? showApp(of, { field: 'code', text: signInSentence(done.error) });
}

/** A passkey of this terminal, a telephone or a security key. Nobody can be talked into telling it. */
export async function showPasskey(of: Knocking, problem?: Problem): Promise<Reply> {
  if (!isFor(of)) return notHere(of);
  const begun = await beginPasskey(of.desk.house, of.ticket);
  if (!begun.ok) return elsewhere(of, begun.error) ?? refused(signInSentence(begun.error));
  const isFirst = of.who?.needs === 'first-factor';
  return page(
    'パスキーの登録',
    <>
      <h1>パスキーの登録</h1>
      <p>
        この端末、業務用の電話、またはセキュリティーキーで本人を確かめます。ボタンを押すと、ブラウザーが案内します。
      </p>
      <PasskeyButton
        of={of}
        action="/own/passkey"
        kind="create"
        options={begun.value}
        text="パスキーを登録する"
        only
      />
      <p>
        {isFirst ? (
          <a href={withReturn('/sign-in/first-factor', backOf(of))}>認証アプリを登録する</a>
        ) : (
          <a href="/own">やめて戻る</a>
        )}
      </p>
    </>,
    { problems: problem ? [problem] : [], ...(problem ? { status: 422 } : {}) },
  );
}

export async function handlePasskey(of: Knocking): Promise<Reply> {
  const done = await addPasskey(of.desk.house, of.ticket, passkeyIn(of) ?? {});
  if (done.ok) return goOnWith(of, done.value.cookie);
  return elsewhere(of, done.error) ?? showPasskey(of, { text: signInSentence(done.error) });
}

function refused(sentence: string): Reply {
  const body: ReactNode = (
    <>
      <h1>今は登録できません</h1>
      <p>{sentence}</p>
    </>
  );
  return page('今は登録できません', body, { status: 422 });
}
