import type { RoleName } from '../../domain/facts/governance.ts';
import type { Command } from '../../gate/command.ts';
import { isOffered } from '../../gate/offered.ts';
import type { Question } from '../../gate/question.ts';
import { scopeOf } from '../../gate/scope.ts';
import type { Desk } from './desk.ts';

/** Who asks, as far as a right is concerned. */
export type Holder = { readonly actor: string; readonly roles: readonly RoleName[] };

/** Whether somebody with these roles may use a row of the gate at all. The gate itself asks again, for the case too. */
export function mayUse({ house }: Desk, { actor, roles }: Holder, row: Command | Question): boolean {
  const { rules, commands, questions } = house.parts;
  // The catalogue knows which rows this programme has; a screen names the row alone.
  const offered = commands.get(row.name) ?? questions.get(row.name);
  // `oneself` allows everybody with an ID; a session that waits for a proof has no roles and no such right either.
  return (
    roles.length > 0 &&
    offered !== undefined &&
    isOffered(offered, rules) &&
    scopeOf(row.who, actor, roles) !== undefined
  );
}
