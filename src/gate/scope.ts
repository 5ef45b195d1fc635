import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { RoleName } from '../domain/facts/governance.ts';
import { scopeFor, type Scope, type Who } from '../security/access.ts';

export type Held = { readonly role: RoleName; readonly until: string };

/** Roles in force on a day. */
export function rolesOn(held: readonly Held[], today: CivilDate): readonly RoleName[] {
  return held.filter((grant) => grant.until >= today).map((grant) => grant.role);
}

/** The scope in which an actor may use a row, or `undefined`: denied. Machines and the resident have the whole row. */
export function scopeOf(who: Who, actor: string, held: readonly RoleName[]): Scope | undefined {
  if (actor.startsWith('account_')) {
    return who.allowed.some((line) => 'oneself' in line) ? 'programme' : scopeFor(who, held);
  }
  const named = who.allowed.some(
    (line) => ('machine' in line && line.machine === actor) || ('resident' in line && actor === 'resident'),
  );
  return named ? 'programme' : undefined;
}

/** Whether the second person may be one: another person, holding one of the roles the row names. */
export function mayBeSecond(
  who: Who,
  actor: string,
  second: string | undefined,
  held: readonly RoleName[],
): boolean {
  if (!who.second) return true;
  return second !== undefined && second !== actor && who.second.some((role) => held.includes(role));
}
