import type { FactorId } from '../../../../domain/basics/ids.ts';
import { ownFactors, removeFactor } from '../../../../gate/sign-in/own-factors.ts';
import { endOwn, ownSessions } from '../../../../gate/sign-in/own-sessions.ts';
import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Knocking } from '../../asking.ts';
import { cookies } from '../../cookies.ts';
import { momentWords } from '../../moment-words.ts';
import { ownName } from '../../own-name.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import { DoorForm, elsewhere, goOnWith, notHere } from './door-form.tsx';

const KINDS = { totp: '認証アプリ', passkey: 'パスキー' } as const;

/** 自分の設定: password, second factors, where one is signed in (SEC-5-1, SEC-4-6). */
export async function showOwn(of: Knocking, problem?: Problem): Promise<Reply> {
  const { desk, who, ticket } = of;
  if (!who || who.needs !== undefined) return notHere(of);
  const [sessions, factors] = await Promise.all([
    ownSessions(desk.house, ticket),
    ownFactors(desk.house, ticket),
  ]);
  if (!sessions.ok || !factors.ok) return notHere(of);
  const { validDays, remindFrom } = desk.house.parts.rules.access.signIn.password;
  return page(
    '自分の設定',
    <>
      <h1>自分の設定</h1>
      <dl className="facts">
        <dt>名前</dt>
        <dd>{await ownName(desk, who)}</dd>
        <dt>役割</dt>
        <dd>{who.roles.map((role) => ROLE_WORDS[role]).join('、')}</dd>
        <dt>今回の利用</dt>
        <dd>{momentWords(who.until)}まで</dd>
      </dl>
      <h2>パスワード</h2>
      {who.remind && (
        <Notice kind="warn" level={3} title="パスワードの期限が近づいています">
          <p>
            {validDays}日で使えなくなります({remindFrom}日目からお知らせしています)。
          </p>
        </Notice>
      )}
      <ButtonRow>
        <LinkButton text="パスワードを変える" href="/own/password?to=%2Fown" kind="plain" />
      </ButtonRow>
      <h2>2段階目の確認に使うもの</h2>
      <ul className="own-list">
        {factors.value.map(({ factor, kind }, index) => (
          <li key={factor}>
            <span>
              {KINDS[kind]} {index + 1}
            </span>
            {factors.value.length > 1 && (
              <DoorForm of={of} action="/own/remove-factor" hidden={{ factor, to: '/own' }}>
                <button type="submit" className="quiet">
                  外す<span className="heard">: {`${KINDS[kind]} ${index + 1}`}</span>
                </button>
              </DoorForm>
            )}
          </li>
        ))}
      </ul>
      {factors.value.length === 1 && (
        <p className="soft">最後の1つは外せません。先に別のものを足してください。</p>
      )}
      <ButtonRow>
        <LinkButton text="パスキーを足す" href="/own/passkey?to=%2Fown" kind="plain" />
        <LinkButton text="認証アプリを足す" href="/own/app?to=%2Fown" kind="plain" />
      </ButtonRow>
      <p className="soft">足したり外したりすると、ほかの端末での利用は終わります。</p>
      <h2>利用中の端末</h2>
      <ul className="own-list">
        {sessions.value.map(({ key, device, began, seen, isThis }) => (
          <li key={key}>
            <span>
              端末 {device.slice('device_'.length, 'device_'.length + 5)} … {momentWords(began)}から
              {isThis ? '(この画面)' : `、最後の操作 ${momentWords(seen)}`}
            </span>
            {!isThis && (
              <DoorForm of={of} action="/own/end-session" hidden={{ key }}>
                <button type="submit" className="quiet">
                  終わらせる<span className="heard">: {momentWords(began)}からの利用</span>
                </button>
              </DoorForm>
            )}
          </li>
        ))}
      </ul>
      <p className="soft">心当たりのない利用があるときは、すべて終わらせて、ID管理者に知らせてください。</p>
      <DoorForm of={of} action="/own/end-session">
        <ButtonRow>
          <Button text="この画面も含めて、すべて終わらせる" kind="grave" />
        </ButtonRow>
      </DoorForm>
    </>,
    { problems: problem ? [problem] : [], ...(problem ? { status: 422 } : {}) },
  );
}

/** One of the own sessions, or all of them with this one. */
export async function handleEndSession(of: Knocking): Promise<Reply> {
  const key = of.form.fields.get('key') ?? undefined;
  const done = await endOwn(of.desk.house, of.ticket, key);
  if (!done.ok) return elsewhere(of, done.error) ?? notHere(of);
  if (key !== undefined) return go('/own');
  return go('/sign-in?out=1', { 'Set-Cookie': cookies.noSession(), 'Clear-Site-Data': '"cache"' });
}

export async function handleRemoveFactor(of: Knocking): Promise<Reply> {
  const factor = of.form.fields.get('factor') ?? '';
  if (!/^factor_[a-z0-9-]{1,64}$/.test(factor)) return go('/own');
  const done = await removeFactor(of.desk.house, of.ticket, factor as FactorId);
  if (done.ok) return goOnWith(of, done.value.cookie);
  // Whoever has to prove it again presses the button again: an address takes nothing away.
  if (done.error.refused === 'prove-again-first') return go('/sign-in/password?to=%2Fown');
  return elsewhere(of, done.error) ?? showOwn(of, { text: signInSentence(done.error) });
}
