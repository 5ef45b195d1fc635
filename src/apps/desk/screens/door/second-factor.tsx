import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { askSecondFactor, secondFactor } from '../../../../gate/sign-in/second-factor.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Field } from '../../../kit/still/field.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Knocking } from '../../asking.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import { AnotherPerson, codeIn, DoorForm, elsewhere, goOnWith, notHere } from './door-form.tsx';
import { PasskeyButton, passkeyIn } from './passkey-button.tsx';

const PATH = '/sign-in/second-factor';

/** Second step: the code of the app, or a passkey where the browser runs our script. */
export async function showSecondFactor(of: Knocking, problem?: Problem): Promise<Reply> {
  if (of.who?.needs !== 'second-factor') return notHere(of);
  const asked = await askSecondFactor(of.desk.house, of.ticket);
  if (!asked.ok) {
    return elsewhere(of, asked.error) ?? page('確認', <p>{signInSentence(asked.error)}</p>, { status: 422 });
  }
  const { totp, passkey } = asked.value;
  const demo = of.desk.demo?.codeOf(of.who.actor);
  const problems = problem ? [problem] : [];
  return page(
    '2段階目の確認',
    <>
      <h1>2段階目の確認</h1>
      {totp && (
        <DoorForm of={of} action={PATH}>
          <Field
            name="code"
            label="確認コード(6桁)"
            hint="認証アプリに表示されている数字です。1つのコードは1回だけ使えます。"
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
            exact
            maxLength={12}
            error={problem?.text}
          />
          {demo !== undefined && (
            <Notice kind="info" title={`見本: いまの確認コードは ${demo} です`}>
              <p>本物の町では、本人の認証アプリだけが知っています。</p>
            </Notice>
          )}
          <ButtonRow>
            <Button text="サインインする" />
          </ButtonRow>
        </DoorForm>
      )}
      {passkey && (
        <PasskeyButton
          of={of}
          action={PATH}
          kind="get"
          options={passkey}
          text="パスキーで確認する"
          only={!totp}
        />
      )}
      <AnotherPerson of={of} />
    </>,
    { problems, ...(problem ? { status: 422 } : {}) },
  );
}

export async function handleSecondFactor(of: Knocking): Promise<Reply> {
  const passkey = passkeyIn(of);
  const code = codeIn(of);
  if (passkey === undefined && code === '') {
    return showSecondFactor(of, { field: 'code', text: '確認コードを入力してください。' });
  }
  const done = await secondFactor(of.desk.house, of.ticket, passkey === undefined ? { code } : { passkey });
  if (done.ok) return goOnWith(of, done.value.cookie);
  const { error } = done;
  const isWrongKey = passkey !== undefined && error.refused === 'code-wrong';
  const text = signInSentence(isWrongKey ? { refused: 'passkey-not-made' } : error);
  return (
    elsewhere(of, error) ?? showSecondFactor(of, { field: passkey === undefined ? 'code' : undefined, text })
  );
}
