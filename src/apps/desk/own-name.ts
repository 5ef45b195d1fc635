import { ask } from '../../gate/ask.ts';
import { showOwnAccount } from '../../gate/inside/own-account.ts';
import type { DeskSession } from '../../gate/sign-in/read-session.ts';
import type { Desk } from './desk.ts';

/** Sessions whose name is known; more at once than any office has. */
const MOST = 500;
const known = new WeakMap<Desk, Map<string, string>>();

/** The name of who sits there, asked and remembered once a session. Nothing before all proofs are given. */
export async function ownName(desk: Desk, who: DeskSession | undefined): Promise<string | undefined> {
  if (!who || who.needs !== undefined) return undefined;
  const names = known.get(desk) ?? new Map<string, string>();
  known.set(desk, names);
  const found = names.get(who.csrf);
  if (found !== undefined) return found;
  const { parts } = desk.house;
  const answered = await ask(parts, showOwnAccount.name, {}, { actor: who.actor, screen: '/' });
  const { shownAs } = answered.ok
    ? (answered.value as { readonly shownAs: string | null })
    : { shownAs: null };
  if (names.size >= MOST) names.clear();
  if (shownAs !== null) names.set(who.csrf, shownAs);
  return shownAs ?? undefined;
}
