import { lock, signOut } from '../../../../gate/sign-in/own-sessions.ts';
import type { Knocking } from '../../asking.ts';
import { cookies } from '../../cookies.ts';
import { go } from '../../../kit/server/go.ts';
import type { Reply } from '../../reply.ts';
import { backOf, notHere } from './door-form.tsx';
import { withReturn } from './return-path.ts';

/** The screen is covered until the password was given (SEC-4-6). */
export async function handleLock(of: Knocking): Promise<Reply> {
  const { who } = of;
  if (!who || (who.needs !== undefined && who.needs !== 'password')) return notHere(of);
  await lock(of.desk.house, of.ticket);
  return go(withReturn('/sign-in/password', backOf(of)));
}

/** The session is over and the browser keeps no page of it, not even for its back button. The terminal stays known. */
export async function handleSignOut(of: Knocking): Promise<Reply> {
  await signOut(of.desk.house, of.ticket);
  return go('/sign-in?out=1', { 'Set-Cookie': cookies.noSession(), 'Clear-Site-Data': '"cache"' });
}

/** Whoever works without leaving a page says so from time to time; the answer says whether the page may stay. */
export function sayAwake({ who }: Knocking): Promise<Reply> {
  return Promise.resolve({ reply: 'json', value: { open: who !== undefined && who.needs === undefined } });
}
