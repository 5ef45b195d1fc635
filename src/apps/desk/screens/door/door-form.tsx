import type { ReactNode } from 'react';
import type { SignInRefusal } from '../../../../domain/access/sign-in-refusals.ts';
import { signInSentence } from '../../../../programmes/words/refusals-sign-in.ts';
import { maskedToken } from '../../../kit/server/csrf.ts';
import { describedBy, HintAndError } from '../../../kit/still/field-words.tsx';
import { Form } from '../../../kit/still/form.tsx';
import type { Knocking } from '../../asking.ts';
import { cookies } from '../../cookies.ts';
import { go } from '../../../kit/server/go.ts';
import type { Problem, Reply } from '../../reply.ts';
import { returnPath, withReturn } from './return-path.ts';

/** Where she wanted to go, out of the address or the form that came from there. */
export function backOf({ form, query }: Pick<Knocking, 'form' | 'query'>): string {
  return returnPath(form.fields.get('to') ?? query.get('to'));
}

/** A form of the door: the token of the session where there is one, and the way back. */
export function DoorForm({
  of,
  action,
  hidden = {},
  id,
  children,
}: {
  readonly of: Knocking;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly id?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Form action={action} id={id} hidden={{ ...marksOf(of), ...hidden }}>
      {children}
    </Form>
  );
}

/** The token as it stands in a form, and where to go afterwards. */
export function marksOf(of: Knocking): Readonly<Record<string, string>> {
  const { desk, who } = of;
  const to = backOf(of);
  return {
    ...(who ? { token: maskedToken(who.csrf, desk.chance(Buffer.byteLength(who.csrf))) } : {}),
    ...(to === '/' ? {} : { to }),
  };
}

/** What nobody beside should read. It is taken exactly as it was typed. */
export function SecretField({
  name,
  label,
  hint,
  error,
  autoComplete,
}: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly autoComplete: 'current-password' | 'new-password';
}): ReactNode {
  const words = { name, label, hint, error };
  return (
    <div className={error === undefined ? 'q' : 'q wrong'}>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <HintAndError of={words} id={name} />
      <input
        id={name}
        name={name}
        type="password"
        className="middle"
        autoComplete={autoComplete}
        maxLength={256}
        aria-describedby={describedBy(words, name)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}

/** Ends what was begun, so that somebody else can sign in here. */
export function AnotherPerson({
  of,
  text = '別の人がサインインする',
}: {
  readonly of: Knocking;
  readonly text?: string;
}) {
  const { to: _to, ...marks } = marksOf(of);
  return (
    <Form action="/sign-out" hidden={marks}>
      <button type="submit" className="quiet">
        {text}
      </button>
    </Form>
  );
}

/** A proof was right: the session goes on under its new cookie, and she where she wanted to go. */
export function goOnWith(of: Knocking, cookie: string): Reply {
  return go(backOf(of), { 'Set-Cookie': cookies.session(cookie) });
}

/** What leads somewhere else than back to the form: it is over, not due, or to be proved again. `undefined`: say it there. */
export function elsewhere(of: Knocking, { refused }: SignInRefusal): Reply | undefined {
  const to = backOf(of);
  if (refused === 'session-over') return go(withReturn('/sign-in', to));
  if (refused === 'not-the-next-step') return go(to);
  if (refused === 'prove-again-first') return go(withReturn('/sign-in/password', withReturn(of.path, to)));
  return undefined;
}

export function problemOf(field: string, refusal: SignInRefusal): Problem {
  return { field, text: signInSentence(refusal) };
}

/** Where a session has to go that is not for this page. */
export function notHere(of: Knocking): Reply {
  const to = backOf(of);
  const { who } = of;
  if (!who) return go(withReturn('/sign-in', to));
  return go(who.needs === undefined ? to : withReturn(`/sign-in/${who.needs}`, to));
}

/** Six digits however they were typed: wide ones and blanks between them too. */
export function codeIn({ form }: Pick<Knocking, 'form'>): string {
  return (form.fields.get('code') ?? '').normalize('NFKC').replaceAll(/\s/g, '');
}
