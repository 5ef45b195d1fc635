import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import { monthContaining } from '../basics/year-month.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import { dispatchDates } from '../calendar/reporting.ts';
import { packagesOf, isReceived, onItsWay } from '../benefits/package-state.ts';
import type { CaseState } from '../case.ts';
import { dueMail } from '../mailings/due-mail.ts';
import { nextLetter } from '../mailings/next-letter.ts';
import type { Rules } from '../rules.ts';
import { stopsOn } from '../standing/what-stops-what.ts';
import type { Duty, DutyKind } from './duty.ts';
import type { RoleName } from '../facts/governance.ts';

/**
 * Everything that is due for one woman, from her facts alone: no clock, so that the list can be made again at any time.
 * Whether a duty is shown or overdue is asked with a day.
 */
export function caseDuties(state: CaseState, id: CaseId, rules: Rules): readonly Duty[] {
  const { opened, due } = state.standing;
  if (!opened || !due || state.standing.closed !== undefined) return [];
  const make = maker(id);
  return [
    ...standingDuties(state, make, rules),
    ...mailDuties(state, make, rules),
    ...visitDuties(state, due, make, rules),
    ...packageDuties(state, make, rules),
  ];
}

type Make = (
  kind: DutyKind,
  part: string,
  days: { readonly from: CivilDate; readonly due: CivilDate },
  owner: RoleName,
  automatic?: Duty['automatic'],
) => Duty;

function maker(id: CaseId): Make {
  return (kind, part, { from, due }, owner, automatic) => ({
    key: `${id}/${kind}${part ? `/${part}` : ''}`,
    kind,
    case: id,
    from,
    due,
    owner,
    ...(automatic ? { automatic } : {}),
  });
}

function standingDuties({ standing }: CaseState, make: Make, rules: Rules): readonly Duty[] {
  const { opened, mailWay, holds, followUpProposed, paused, unreachable } = standing;
  const { calendar } = rules.benefits;
  const answered = (from: CivilDate) => ({
    from,
    due: programmeDayAfter(from, rules.duties.wardAnswerDays, calendar),
  });
  const since = opened?.on;
  if (!since) return [];
  return [
    ...(mailWay === 'undecided' ? [make('name-mail-way', '', answered(since), 'responsible-manager')] : []),
    ...holds.map((reason) => make('answer-hold', reason, answered(since), 'responsible-manager')),
    ...(followUpProposed !== undefined ? [make('decide-follow-up', '', answered(since), 'ward-staff')] : []),
    ...(paused
      ? [
          make(
            'resume-after-pause',
            '',
            { from: paused.until, due: paused.until },
            'operator',
            'case.end-pause',
          ),
        ]
      : []),
    ...(unreachable ? [make('tell-ward-unreachable', '', answered(unreachable), 'responsible-manager')] : []),
  ];
}

function mailDuties(state: CaseState, make: Make, rules: Rules): readonly Duty[] {
  const { mailing } = rules;
  const duties: Duty[] = [];
  const letter = nextLetter(state, rules);
  const onWay = state.mail.pieces.some(({ status }) => status === 'planned' || status === 'printed');
  if (letter.next !== 'none' && !onWay) {
    const dates = dispatchDates(monthContaining(letter.from), mailing.dispatch, mailing.calendar);
    const due =
      dates.latest >= letter.from ? dates.latest : programmeDayAfter(letter.from, 1, mailing.calendar);
    // A letter that a stop, a window or a due date forbids on its first day is nobody's duty.
    if (dueMail(state, letter.from, rules).due) {
      duties.push(make('send-letter', letter.next, { from: letter.from, due }, 'mailing-clerk'));
    }
  }
  for (const piece of state.mail.pieces) {
    const { status, on } = piece;
    if (status === 'printed') {
      const stopped = stopsOn(state.standing, on).length > 0 || piece.outdated === true;
      duties.push(
        stopped
          ? make('pull-piece', piece.piece, { from: on, due: on }, 'mailing-clerk')
          : make(
              'post-printed',
              piece.piece,
              { from: on, due: programmeDayAfter(on, mailing.watch.unpostedDays, mailing.calendar) },
              'mailing-clerk',
            ),
      );
    }
    if (status === 'posted') {
      const overdue = addDays(on, mailing.watch.undeliveredDays);
      duties.push(make('trace-piece', piece.piece, { from: overdue, due: overdue }, 'mailing-clerk'));
    }
    if (status === 'returned' && piece.reason === 'refused' && !piece.reviewed) {
      duties.push(
        make(
          'review-return',
          piece.piece,
          { from: on, due: programmeDayAfter(on, rules.duties.wardAnswerDays, mailing.calendar) },
          'responsible-manager',
        ),
      );
    }
  }
  return duties;
}

function visitDuties(state: CaseState, due: CivilDate, make: Make, rules: Rules): readonly Duty[] {
  const { bookings, visits, registration } = state;
  const { calendar } = rules.booking;
  const duties: Duty[] = [];
  const { active } = bookings;
  if (active) {
    if (!active.visitor) {
      const before = addDays(active.date, -1);
      duties.push(
        make(
          'assign-visitor',
          active.booking,
          { from: addDays(active.date, -7), due: before },
          'responsible-manager',
        ),
      );
    }
    const entered = programmeDayAfter(active.date, rules.duties.visitEntryDays, calendar);
    duties.push(make('enter-visit-result', active.booking, { from: active.date, due: entered }, 'visitor'));
  } else if (!visits.completed && registration.registeredOn && stopsOn(state.standing, due).length === 0) {
    const from = addDays(due, -rules.duties.visitWorklistDays);
    duties.push(make('visit-before-due-date', '', { from, due: addDays(due, -1) }, 'operator'));
  }
  for (const { referral, madeOn, receivedOn } of visits.referrals) {
    if (receivedOn) continue;
    const answered = programmeDayAfter(madeOn, rules.duties.wardAnswerDays, calendar);
    duties.push(make('receive-referral', referral, { from: madeOn, due: answered }, 'ward-staff'));
  }
  return duties;
}

function packageDuties({ benefit, mail, standing }: CaseState, make: Make, rules: Rules): readonly Duty[] {
  const { entitlement, heldFor, interviewOn, dueBy, expired } = benefit;
  if (!interviewOn || entitlement?.to === 'withheld' || expired || isReceived(mail)) return [];
  const { calendar, oneYear, remindBeforeLimitDays } = rules.benefits;
  const answered = (from: CivilDate) => ({
    from,
    due: programmeDayAfter(from, rules.duties.wardAnswerDays, calendar),
  });
  if (heldFor && !entitlement) {
    return [make('ask-ward-entitlement', '', answered(interviewOn), 'responsible-manager')];
  }
  if (heldFor === 'overseas') {
    const limit = oneYearLimit(interviewOn, oneYear);
    const over = addDays(limit, 1);
    return [
      ...remindBeforeLimitDays.map((days) => {
        const from = addDays(limit, -days);
        return make(
          'remind-overseas',
          String(days),
          { from, due: programmeDayAfter(from, 3, calendar) },
          'operator',
        );
      }),
      make('expire-right', '', { from: over, due: over }, 'responsible-manager', 'benefit.expire'),
    ];
  }
  if (heldFor === 'loss') {
    return [make('decide-after-loss', '', answered(standing.loss?.on ?? interviewOn), 'responsible-manager')];
  }
  if (heldFor)
    return [make('answer-hold', `package-${heldFor}`, answered(interviewOn), 'responsible-manager')];
  if (!dueBy || onItsWay(mail) || packagesOf(mail).some(({ status }) => status === 'returned')) return [];
  return [make('send-package', '', { from: interviewOn, due: dueBy }, 'mailing-clerk')];
}
