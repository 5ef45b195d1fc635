import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { addMonths, firstDay, monthContaining } from '../basics/year-month.ts';
import { reachesMonth8 } from '../calendar/pregnancy.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { nextCard, type NoCardWhy } from '../members/next-card.ts';
import { capUsed, NOTICE_KINDS, piecesOf, unreachableByPost } from './caps.ts';
import type { Piece } from './mail.ts';

export type LetterKind = 'notice' | 'resend' | 'recall' | 'reissue';

/** Why no letter is next, whatever the day. Codes that the mailing room may read: none says anything of her health. */
export type NoLetterWhy =
  | 'not-opened'
  | 'under-way'
  | 'not-confirmed'
  | 'refused-unreviewed'
  | 'refused-by-her'
  | 'called-back'
  | 'cap-used'
  | 'unreachable'
  | 'registered'
  | NoCardWhy;

/** The letter that comes next by what has happened, and the days from which and up to which it may go. */
export type NextLetter =
  | { readonly next: LetterKind; readonly from: CivilDate; readonly until?: CivilDate }
  | { readonly next: 'none'; readonly why: NoLetterWhy };

/**
 * Which letter comes next for a woman, from her history alone; whether she may get it is asked of `due-mail.ts`.
 * Notice first; a returned one again in the next month's dispatch, once (CHI-8.1-8, 8.1-9); a lost one anew outside the
 * caps; a delivered one without registration is followed by one recall card (CHI-8.9-1, AMB-19). Refused mail waits
 * for a person (domain.md 3.3).
 */
export function nextLetter(state: CaseState, rules: Rules): NextLetter {
  const { standing, mail, registration, bookings } = state;
  if (state.member.opening) return nextCard(state, rules);
  if (!standing.opened || !standing.due) return none('not-opened');
  const last = piecesOf(mail, ...NOTICE_KINDS).at(-1);
  if (!last) {
    const reached = monthContaining(reachesMonth8(standing.due, rules.booking.weeks));
    return { next: 'notice', from: firstDay(addMonths(reached, -rules.mailing.leadMonths)) };
  }
  const lost = mail.reissues.findLast(({ piece }) => piece === last.piece);
  if (lost) return { next: 'reissue', from: lost.on };
  const here = registration.registeredOn !== undefined || bookings.bookedDates.length > 0;
  switch (last.status) {
    case 'returned':
      return here ? none('registered') : afterReturn(state, last, rules);
    case 'delivered':
      if (here) return none('registered');
      if (
        piecesOf(mail, 'recall').some((piece) => piece.status === 'planned' || piece.status === 'printed')
      ) {
        return none('under-way');
      }
      if (capUsed(mail, 'recall', rules.mailing)) return none('cap-used');
      return {
        next: 'recall',
        from: addDays(last.on, rules.mailing.waiting.recallCardDays),
        until: addDays(standing.due, -1),
      };
    case 'withdrawn':
      return none('called-back');
    case 'posted':
      return none('not-confirmed');
    default:
      return none('under-way');
  }
}

function afterReturn(state: CaseState, last: Piece, rules: Rules): NextLetter {
  const { mail } = state;
  if (unreachableByPost(mail, rules.mailing)) return none('unreachable');
  if (last.reason === 'recalled-by-sender') return none('called-back');
  if (last.reviewed?.resend === false) return none('refused-by-her');
  if (last.reason === 'refused' && !last.reviewed) return none('refused-unreviewed');
  if (capUsed(mail, 'resend', rules.mailing)) return none('cap-used');
  return { next: 'resend', from: firstDay(addMonths(monthContaining(last.on), 1)) };
}

function none(why: NoLetterWhy): NextLetter {
  return { next: 'none', why };
}
