import { changePassword } from '../../../../gate/sign-in/change-password.ts';
import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import type { Knocking } from '../../asking.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import { AnotherPerson, DoorForm, elsewhere, goOnWith, notHere, SecretField } from './door-form.tsx';

/** SEC-5: after a reset or 90 days nothing else is shown; by her own wish under 自分の設定. */
export async function showNewPassword(of: Knocking, problems: readonly Problem[] = []): Promise<Reply> {
  const { desk, who } = of;
  if (!who || (who.needs !== undefined && who.needs !== 'new-password')) return notHere(of);
  const isForced = who.needs === 'new-password';
  const { least, classes, validDays, history } = desk.house.parts.rules.access.signIn.password;
  const errorOf = (name: string) => problems.find(({ field }) => field === name)?.text;
  return page(
    'パスワードの変更',
    <>
      <h1>パスワードの変更</h1>
      {isForced && (
        <p>
          仮のパスワードか、{validDays}
          日を過ぎたパスワードです。あなただけが知る新しいパスワードを決めてください。
        </p>
      )}
      <ul>
        <li>
          {least}文字以上で、大文字・小文字・数字・記号のうち{classes}種類以上
        </li>
        <li>IDや事業の名前、推測されやすい言葉、最近の{history}回に使ったものは使えません</li>
        <li>{validDays}日ごとに変えます。ほかの人には、ID管理者にも教えないでください</li>
      </ul>
      <DoorForm of={of} action={of.path}>
        <SecretField
          name="present"
          label="今のパスワード"
          hint={isForced ? '仮のパスワードで入ったときは、その仮のパスワードです。' : undefined}
          autoComplete="current-password"
          error={errorOf('present')}
        />
        <SecretField
          name="next"
          label="新しいパスワード"
          autoComplete="new-password"
          error={errorOf('next')}
        />
        <SecretField
          name="again"
          label="新しいパスワード(もう一度)"
          autoComplete="new-password"
          error={errorOf('again')}
        />
        <ButtonRow>
          <Button text="変更する" />
          {!isForced && <LinkButton text="やめて戻る" href="/own" kind="plain" />}
        </ButtonRow>
      </DoorForm>
      {isForced ? (
        <AnotherPerson of={of} />
      ) : (
        <p className="soft">変更すると、ほかの端末での利用は終わります。この画面はそのまま続きます。</p>
      )}
    </>,
    { problems, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

export async function handleNewPassword(of: Knocking): Promise<Reply> {
  const [present, next, again] = ['present', 'next', 'again'].map((name) => of.form.fields.get(name) ?? '');
  if (!present) {
    return showNewPassword(of, [{ field: 'present', text: '今のパスワードを入力してください。' }]);
  }
  if (!next) return showNewPassword(of, [{ field: 'next', text: '新しいパスワードを入力してください。' }]);
  if (next !== again) {
    const text = '新しいパスワードと同じではありません。2回とも同じものを入力してください。';
    return showNewPassword(of, [{ field: 'again', text }]);
  }
  const done = await changePassword(of.desk.house, of.ticket, { present, next });
  if (done.ok) return goOnWith(of, done.value.cookie);
  const { error } = done;
  const field = error.refused === 'password-refused' ? 'next' : 'present';
  // At the door it is ID or password; here only the password was asked.
  const text =
    error.refused === 'sign-in-wrong'
      ? '今のパスワードが違います。もう一度入力してください。'
      : signInSentence(error);
  return elsewhere(of, error) ?? showNewPassword(of, [{ field, text }]);
}
