import { duePackage, type NoPackage } from '../benefits/due-package.ts';
import { packagesOf } from '../benefits/package-state.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { Rules } from '../rules.ts';
import { dueMail, withoutPiece, type DropReason } from './due-mail.ts';
import type { Piece } from './mail.ts';

/** Why a woman does not get a piece of this kind today, or nothing when she does. */
export function whyNotDue(
  state: CaseState,
  kind: PieceKind,
  on: CivilDate,
  rules: Rules,
  moment: 'print' | 'post' = 'print',
): DropReason | undefined {
  if (kind.startsWith('package')) return whyNoPackage(state, kind, on, rules);
  const found = dueMail(state, on, rules, moment);
  if (found.due) return found.kind === kind ? undefined : 'not-due';
  return found.kind === undefined || found.kind === kind ? found.why : 'not-due';
}

/** The same for a piece that is planned or printed, as if it had not been: has anything come between? */
export function whyNoLonger(
  state: CaseState,
  piece: Piece,
  on: CivilDate,
  rules: Rules,
  moment: 'print' | 'post',
): DropReason | undefined {
  return whyNotDue(withoutPiece(state, piece), piece.kind, on, rules, moment);
}

function whyNoPackage(
  state: CaseState,
  kind: PieceKind,
  on: CivilDate,
  rules: Rules,
): DropReason | undefined {
  // A spoiled sheet that waits to be printed again is a package on its way as well.
  if (packagesOf(state.mail).some(({ status, reason }) => status === 'voided' && reason !== 'pulled')) {
    return 'under-way';
  }
  const found = duePackage(state, on, rules);
  if (found.due) return found.kind === kind ? undefined : 'not-due';
  return PACKAGE_WORDS[found.why] ?? 'stopped';
}

/** What the mailing room reads; everything else is a stop or a hold, whose reason it does not see. */
const PACKAGE_WORDS: Readonly<Partial<Record<NoPackage, DropReason>>> = {
  'not-entitled': 'not-a-target',
  expired: 'not-a-target',
  received: 'not-due',
  'on-its-way': 'under-way',
  'next-month': 'not-yet',
  'awaiting-her-request': 'cap-used',
  'moved-out': 'moved-out',
  'mail-way-undecided': 'mail-way-undecided',
  unreachable: 'unreachable',
};
