import { packagesOf } from '../benefits/package-state.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { namedBy, stopsOn, verdictOf, waysOfPiece, type StopWord } from '../standing/what-stops-what.ts';
import type { Piece } from './mail.ts';
import { whyNoLonger } from './why-not-due.ts';

/** What a person has to do with paper that a change has overtaken, and from which day. */
export type Overtaken = { readonly act: 'pull' | 'ask-back'; readonly from: CivilDate };

/** Stops that reach what the post already carries. A birth, a closing or a carry-over lets it go (design.md section 4). */
const REACHES_POSTED: readonly StopWord[] = [
  'woman-died',
  'loss',
  'protection',
  'ward-stop',
  'hold',
  'withdrawal',
  'moved-out',
  'pause',
];

/**
 * Whether a piece is still right (AMB-38), asked with the very rule that posting asks: what is printed and would be
 * refused is pulled by whoever has it; what is posted and stopped is asked back, unless somebody has said why not. An
 * answer "not asked" holds until something new is heard of her. No clock: a move reaches out to its own day.
 */
export function overtaken(state: CaseState, piece: Piece, rules: Rules): Overtaken | undefined {
  const heard = later(piece.on, state.mail.heard.on);
  const moves = state.standing.movedOut?.on;
  const days = moves && moves > heard ? [heard, moves] : [heard];
  switch (piece.status) {
    case 'printed': {
      if (piece.outdated) return { act: 'pull', from: heard };
      const from = days.find((day) => whyNoLonger(state, piece, day, rules, 'post') !== undefined);
      return from && { act: 'pull', from };
    }
    case 'posted': {
      const { askedBack } = piece;
      if (askedBack && (askedBack.asked || askedBack.heard === state.mail.heard.times)) return undefined;
      const from = days.find((day) => isReached(state, piece, day));
      return from && { act: 'ask-back', from };
    }
    default:
      return undefined;
  }
}

function isReached({ standing, benefit, mail }: CaseState, piece: Piece, on: CivilDate): boolean {
  const agreed = benefit.agreedAfterLoss === true && packagesOf(mail).includes(piece);
  return stopsOn(standing, on)
    .filter((stop) => REACHES_POSTED.includes(stop) && !(stop === 'loss' && agreed))
    .some((stop) =>
      waysOfPiece(piece.kind, 'post').some(
        (way) => typeof verdictOf(stop, way, namedBy(standing)) === 'string',
      ),
    );
}

function later(one: CivilDate, other: CivilDate | undefined): CivilDate {
  return other && other > one ? other : one;
}
