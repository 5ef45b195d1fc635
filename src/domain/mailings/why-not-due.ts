import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { Rules } from '../rules.ts';
import { dueMail, stillDue, type DropReason } from './due-mail.ts';
import type { Piece } from './mail.ts';

/** Why a woman does not get a piece of this kind today, or nothing when she does. Packages are decided by their benefit. */
export function whyNotDue(
  state: CaseState,
  kind: PieceKind,
  on: CivilDate,
  rules: Rules,
): DropReason | undefined {
  const found = dueMail(state, on, rules);
  if (found.due) return found.kind === kind ? undefined : 'not-due';
  return found.kind === undefined || found.kind === kind ? found.why : 'not-due';
}

/** The same for a piece that is planned or printed: has anything come between? */
export function whyNoLonger(
  state: CaseState,
  piece: Piece,
  on: CivilDate,
  rules: Rules,
  moment: 'print' | 'post',
): DropReason | undefined {
  const found = stillDue(state, piece, on, rules, moment);
  return found.due ? undefined : found.why;
}
