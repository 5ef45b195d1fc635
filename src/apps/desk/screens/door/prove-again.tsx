import { proveAgain } from '../../../../gate/sign-in/prove-again.ts';
import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import type { Knocking } from '../../asking.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import { AnotherPerson, backOf, DoorForm, elsewhere, goOnWith, notHere, SecretField } from './door-form.tsx';

/** The password alone: after a pause (SEC-4-6), and before something dangerous in an open session. */
export async function showProveAgain(of: Knocking, problem?: Problem): Promise<Reply> {
  const { who } = of;
  const isLocked = who?.needs === 'password';
  if (!who || (!isLocked && (who.needs !== undefined || who.fresh))) return notHere(of);
  const title = isLocked ? 'ロックしています' : 'もう一度パスワードを入力してください';
  return page(
    title,
    <>
      <h1>{title}</h1>
      <p>
        {isLocked
          ? '席を離れている間の画面を守っています。続けるには、パスワードを入力してください。'
          : 'サインインの方法を変える前に、本人であることを確かめます。'}
      </p>
      <DoorForm of={of} action="/sign-in/password">
        <SecretField
          name="password"
          label="パスワード"
          autoComplete="current-password"
          error={problem?.text}
        />
        <ButtonRow>
          <Button text={isLocked ? 'ロックを解く' : '続ける'} />
          {!isLocked && <LinkButton text="やめて戻る" href="/own" kind="plain" />}
        </ButtonRow>
      </DoorForm>
      {isLocked && <AnotherPerson of={of} text="終了して、別の人がサインインする" />}
      {isLocked && <div hidden data-locked={backOf(of)} />}
    </>,
    { problems: problem ? [problem] : [], ...(problem ? { status: 422 } : {}) },
  );
}

export async function handleProveAgain(of: Knocking): Promise<Reply> {
  const password = of.form.fields.get('password') ?? '';
  if (password === '')
    return showProveAgain(of, { field: 'password', text: 'パスワードを入力してください。' });
  const done = await proveAgain(of.desk.house, of.ticket, password);
  if (done.ok) return goOnWith(of, done.value.cookie);
  const text =
    done.error.refused === 'sign-in-wrong'
      ? 'パスワードが違います。もう一度入力してください。'
      : signInSentence(done.error);
  return elsewhere(of, done.error) ?? showProveAgain(of, { field: 'password', text });
}
