import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { mayGoOut, waysOfPiece, type StopWord } from '../standing/what-stops-what.ts';
import type { Piece } from './mail.ts';
import { nextLetter, type LetterKind, type NoLetterWhy } from './next-letter.ts';
import { whyNoTarget } from './why-no-target.ts';

/**
 * Why a letter does not go now. Codes for the mailing room: a stop is `stopped` and no more, whatever lies behind it
 * (requirements.md section 13: the clerk never sees the reason of a hold).
 */
export type DropReason =
  | NoLetterWhy
  | 'not-yet'
  | 'past-due-date'
  | 'stopped'
  | 'moved-out'
  | 'mail-way-undecided'
  | 'not-a-target'
  | 'outside-window'
  | 'not-due';

export type DueMail =
  | { readonly due: true; readonly kind: LetterKind; readonly from: CivilDate }
  | { readonly due: false; readonly kind?: LetterKind; readonly why: DropReason };

/** Stops that the mailing room may know by name: they say where mail goes, nothing about her. */
const SAYABLE: readonly StopWord[] = ['moved-out', 'mail-way-undecided', 'unreachable'];

/**
 * Which letter a woman is to get on a day, or why none. Asked when a batch is planned, again before each print and
 * again before each posting: plans are old, standing is now (CHI-4.3-1, AMB-38).
 */
export function dueMail(
  state: CaseState,
  on: CivilDate,
  rules: Rules,
  moment: 'print' | 'post' = 'print',
): DueMail {
  const letter = nextLetter(state, rules);
  if (letter.next === 'none') return { due: false, why: letter.why };
  const { next: kind, from, until } = letter;
  const not = (why: DropReason): DueMail => ({ due: false, kind, why });
  const goes = mayGoOut(state.standing, waysOfPiece(kind, moment), on);
  if (!goes.goes) {
    return not(SAYABLE.includes(goes.stoppedBy) ? (goes.stoppedBy as DropReason) : 'stopped');
  }
  const noTarget = whyNoTarget(state, kind, on, rules);
  if (noTarget) return not(noTarget);
  if (on < from) return not('not-yet');
  if (until && on > until) return not('past-due-date');
  return { due: true, kind, from };
}

/** The case as if one piece had not been planned: is what was planned still right today? */
export function withoutPiece(state: CaseState, { piece }: Pick<Piece, 'piece'>): CaseState {
  const pieces = state.mail.pieces.filter((other) => other.piece !== piece);
  return { ...state, mail: { ...state.mail, pieces } };
}
