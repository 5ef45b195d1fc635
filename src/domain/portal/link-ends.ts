import { addDays, type CivilDate } from '../basics/civil-date.ts';
import { isReceived } from '../benefits/package-state.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { earlyBirth } from '../visits/early-birth.ts';
import { isCohort } from '../visits/visit-ground.ts';

/**
 * The last day of her link: it lives until her last right ends, and some days more so that what she told last is
 * answered. Rights are the visit (until the contract ends, or a birth that nothing excepts: CHI-4.2-8, 4.2-9, 8.5-2), an
 * earned package (one year from the interview: CHI-8.4-8, 8.8-10), and what runs on under the next contract (CHI-4.4-2).
 */
export function linkEndsOn(state: CaseState, rules: Rules): CivilDate {
  const { standing, visits, mail } = state;
  const rights = [visitRight(state, rules), packageRight(state, rules), standing.carriedUntil];
  const last = latest(rights);
  if (last) return last;
  const ended = latest([
    standing.closedOn,
    standing.birth?.on,
    visits.completed?.date,
    ...mail.pieces.filter(({ kind }) => kind.startsWith('package')).map(({ on }) => on),
    standing.opened?.on,
  ]);
  return addDays(ended ?? rules.contract.to, rules.portal.daysAfterLastRight);
}

function visitRight(state: CaseState, rules: Rules): CivilDate | undefined {
  const { standing, visits, bookings } = state;
  // A loss ends the right and not the link: the words of condolence stay for as long as she may look (CHI-8.14-5).
  if (standing.loss || standing.childDied) return rules.contract.to;
  if (visits.completed || standing.closed || standing.carriedTo || standing.withdrawn) return undefined;
  const { birth, due } = standing;
  if (!birth || !due) return rules.contract.to;
  if (isCohort(standing, rules)) return rules.booking.cohort.until;
  return earlyBirth(birth.on, due, bookings.bookedDates) === 'not-covered' ? undefined : rules.contract.to;
}

function packageRight({ benefit, mail }: CaseState, rules: Rules): CivilDate | undefined {
  const { interviewOn, entitlement, expired } = benefit;
  if (!interviewOn || entitlement?.to === 'withheld' || expired || isReceived(mail)) return undefined;
  return oneYearLimit(interviewOn, rules.benefits.oneYear);
}

function latest(days: readonly (CivilDate | undefined)[]): CivilDate | undefined {
  return days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1);
}
