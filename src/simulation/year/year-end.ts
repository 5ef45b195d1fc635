import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import { isReceived, onItsWay } from '../../domain/benefits/package-state.ts';
import { oneYearLimit } from '../../domain/calendar/one-year.ts';
import { reachesMonth8 } from '../../domain/calendar/pregnancy.ts';
import { isProgrammeDay, previousProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { CaseState } from '../../domain/case.ts';
import type { Outcome } from '../../domain/standing/close-case.ts';
import type { Call } from '../../gate/execute.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { PackageRoom } from './package-room.ts';
import { renewStaff, STAFF } from './staff.ts';

/** A year that is renewed lies a leap year's length away at most. */
const A_YEAR = 366;

/**
 * The last programme day of each month from the end of the contract on: cases that are over are closed, the others go
 * over into the next contract with their rights; and once a year everybody's rights are granted anew.
 */
export function yearEnd(hands: Hands, packages: PackageRoom, last: CivilDate): Office {
  const { contract, mailing } = hands.rules;
  return {
    name: 'year-end',
    time: '16:00',
    open: (day) => day >= contract.to && isLastOfMonth(day, hands),
    work: async () => {
      const today = hands.clock.today();
      if (today.slice(5, 7) === contract.to.slice(5, 7)) await renewStaff(hands, addDays(today, A_YEAR));
      if (monthContaining(today) === monthContaining(contract.to)) await carryOver(hands);
      await closeCases(hands, today);
      if (monthContaining(today) === monthContaining(last) && last > contract.to)
        await packages.destroyRest();
    },
  };

  function isLastOfMonth(day: CivilDate, { rules }: Hands): boolean {
    if (!isProgrammeDay(day, rules.mailing.calendar)) return false;
    let next = addDays(day, 1);
    while (monthContaining(next) === monthContaining(day) && !isProgrammeDay(next, mailing.calendar)) {
      next = addDays(next, 1);
    }
    return monthContaining(next) !== monthContaining(day);
  }
}

/** Who reaches the 8th month after the contract, and whose package is still open, goes over into the next one (CHI-4.4-2). */
async function carryOver(hands: Hands): Promise<void> {
  const { book, rules } = hands;
  const calls: Call[] = [];
  for (const [id, state] of book.cases()) {
    const { opened, closed, due } = state.standing;
    if (!opened || closed || !due || state.bookings.active) continue;
    const later = reachesMonth8(due, rules.booking.weeks) > rules.contract.to;
    const { interviewOn } = state.benefit;
    const openPackage = interviewOn !== undefined && !isSettled(state);
    if (!later && !openPackage) continue;
    const rights = openPackage
      ? [{ right: 'redispatch', last: oneYearLimit(interviewOn, rules.benefits.oneYear) }]
      : [{ right: 'visit', last: addDays(due, -1) }];
    calls.push({
      row: 'case.carry-over',
      input: { case: id, toYear: rules.contract.year + 1, rights },
    });
  }
  await hands.act({ actor: STAFF.ward }, calls);
}

async function closeCases(hands: Hands, today: CivilDate): Promise<void> {
  const calls = [...hands.book.cases()].flatMap(([id, state]): Call[] => {
    const outcome = outcomeOf(hands, state, today);
    return outcome ? [{ row: 'case.close', input: closing(id, outcome) }] : [];
  });
  await hands.act({ actor: STAFF.manager }, calls);
}

function closing(id: CaseId, outcome: Outcome): object {
  return { case: id, outcome };
}

/** How a case ended, or nothing while something of it is open. */
function outcomeOf(hands: Hands, state: CaseState, today: CivilDate): Outcome | undefined {
  const { standing, visits, bookings } = state;
  if (!standing.opened || standing.closed || bookings.active) return undefined;
  if (visits.completed) return isSettled(state) ? 'visited' : undefined;
  if (standing.womanDied) return 'died';
  if (standing.loss || standing.childDied) return 'loss';
  if (standing.withdrawn) return 'withdrawn';
  if (standing.movedOut) return 'moved-out';
  if (standing.unreachable) return 'unreachable';
  if (standing.birth) return 'born';
  const { due } = standing;
  const over = previousProgrammeDay(today, hands.rules.mailing.calendar);
  return due && due < over ? 'no-answer' : undefined;
}

/** Her package has come to its end: received, not granted, not wanted, or over. */
function isSettled({ benefit, mail, standing }: CaseState): boolean {
  if (onItsWay(mail)) return false;
  if (isReceived(mail) || benefit.expired || benefit.entitlement?.to === 'withheld') return true;
  return standing.withdrawn?.package === 'decline';
}
