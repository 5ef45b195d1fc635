import type { CivilDate } from '../basics/civil-date.ts';
import { isWithin } from '../calendar/date-range.ts';
import { reachesMonth8 } from '../calendar/pregnancy.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { earlyBirth } from '../visits/early-birth.ts';
import { condition, target, type Judged, type Target } from './condition.ts';
import { notOpened, pregnantUntilBirth } from './pregnant.ts';
import { residesOn } from './residence.ts';
import { inWindow, labelOf, waiverOf } from './window.ts';

/**
 * 訪問対象: whether she may be visited (or talked to from afar) on a day, asked at booking, the day before and on the
 * day itself (CHI-4.2-1 to 4.2-9, 8.3-5, 8.5-1, 8.5-2).
 */
export function visitTarget(state: CaseState, on: CivilDate, rules: Rules): Target {
  const { standing, visits } = state;
  const { due } = standing;
  if (!standing.opened || !due) return notOpened(on);
  const waiver = waiverOf(standing, 'visit');
  return target(
    [
      condition('residence', 'CHI-4.2-1', on, waiver ?? residesOn(standing, on)),
      condition('month-8-window', 'CHI-4.2-2', on, waiver ?? inWindow(due, rules.booking.reached, rules)),
      condition('pregnant', 'CHI-4.2-3', on, pregnantOrExcepted(state, due, on, rules)),
      condition('visit-period', 'CHI-8.5-1', on, inPeriod(on, rules)),
      condition('notice-arrived', 'CHI-4.2-5', on, waiver ?? noticeArrived(state, due, on, rules)),
      condition(
        'not-yet-visited',
        'CHI-8.3-5',
        on,
        visits.completed ? ['unmet', 'visited'] : ['met', 'not-visited'],
      ),
    ],
    labelOf(standing, rules),
  );
}

/** After a birth: the April-May cohort (CHI-8.5-2), and an early birth with a date before the due date (AMB-06). */
function pregnantOrExcepted(state: CaseState, due: CivilDate, on: CivilDate, rules: Rules): Judged {
  const told = pregnantUntilBirth(state.standing, on);
  const { birth } = state.standing;
  if (told[1] !== 'born' || !birth) return told;
  const { cohort, weeks } = rules.booking;
  if (isWithin(reachesMonth8(due, weeks), cohort.reached) && on <= cohort.until) {
    return ['waived', 'born-but-cohort'];
  }
  switch (earlyBirth(birth.on, due, [...state.bookings.bookedDates, on])) {
    case 'covered':
      return ['waived', 'born-early'];
    case 'ask-ward':
      return ['unknown', 'born-early-ask-ward'];
    case 'not-covered':
      return told;
  }
}

function inPeriod(on: CivilDate, { booking, contract }: Rules): Judged {
  if (on < booking.firstDay) return ['unmet', 'before-first-day'];
  return on > contract.to ? ['unmet', 'after-contract'] : ['met', 'inside-period'];
}

/** Before the 8th month only with a sign that the notice reached her: delivered, or she came with its code (AMB-04). */
function noticeArrived(
  { mail, registration }: CaseState,
  due: CivilDate,
  on: CivilDate,
  rules: Rules,
): Judged {
  if (on >= reachesMonth8(due, rules.booking.weeks)) return ['met', 'not-early'];
  const delivered = mail.pieces.some(({ status }) => status === 'delivered');
  const redeemed = mail.invites.some((invite) => invite.redeemed);
  if (delivered || redeemed || registration.registeredOn) return ['met', 'arrived'];
  return [rules.booking.earlyWithoutNotice === 'anybody' ? 'waived' : 'unknown', 'not-arrived'];
}
