import type { RoleName } from '../domain/facts/governance.ts';
import type { Command } from '../gate/command.ts';
import type { By } from '../gate/gate.ts';
import type { Question } from '../gate/question.ts';
import type { Common } from './command-line.ts';
import type { PlaceDoor } from './doors.ts';

/** The account of the demo person of a role, as `init` of a try-out place names it. */
export function demoAccount(role: RoleName): `account_${string}` {
  return `account_demo-${role}`;
}

/**
 * Who acts. In a try-out place somebody suitable steps in when nobody is named: a machine's row is given by that machine,
 * any other by the demo person of the first role that may. With real data a person must be named, always: machines act
 * from our own programs and the resident from her portal, and neither is a name that somebody at a shell may type.
 */
export function chooseActor(
  place: Pick<PlaceDoor, 'tryout'>,
  common: Common,
  row: Command | Question | undefined,
): By | undefined {
  const actor = common.as ?? (place.tryout ? stepIn(row) : undefined);
  if (!actor || !mayBeTyped(place, actor)) return undefined;
  const [secondRole] = row?.who.second ?? [];
  const second = common.second ?? (place.tryout && secondRole ? demoSecond(secondRole, actor) : undefined);
  if (second !== undefined && !mayBeTyped(place, second)) return undefined;
  return { actor, ...(second ? { second } : {}), screen: 'command-line' };
}

function mayBeTyped(place: Pick<PlaceDoor, 'tryout'>, actor: string): boolean {
  return place.tryout || actor.startsWith('account_');
}

function stepIn(row: Command | Question | undefined): string | undefined {
  for (const line of row?.who.allowed ?? []) {
    if ('role' in line) return demoAccount(line.role);
    if ('machine' in line) return line.machine;
    if ('resident' in line) return 'resident';
  }
  return demoAccount('responsible-manager');
}

function demoSecond(role: RoleName, actor: string): string {
  const account = demoAccount(role);
  return account === actor ? `${account}-2` : account;
}
