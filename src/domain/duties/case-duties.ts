import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import { addMonths, monthContaining } from '../basics/year-month.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import { dispatchDates } from '../calendar/reporting.ts';
import { packagesOf, isReceived, onItsWay } from '../benefits/package-state.ts';
import { whyPackageStays } from '../benefits/why-package-stays.ts';
import type { CaseState } from '../case.ts';
import { dueMail } from '../mailings/due-mail.ts';
import { nextLetter } from '../mailings/next-letter.ts';
import { isHeardOf } from '../mailings/mail.ts';
import { overtaken } from '../mailings/overtaken.ts';
import { messageDuties } from './message-duties.ts';
import type { Rules } from '../rules.ts';
import { stopsOn } from '../standing/what-stops-what.ts';
import type { Duty, MakeDuty } from './duty.ts';

/**
 * Everything that is due for one woman, from her facts alone: no clock, so that the list can be made again at any time.
 * Whether a duty is shown or overdue is asked with a day.
 */
export function caseDuties(state: CaseState, id: CaseId, rules: Rules): readonly Duty[] {
  const { opened, due } = state.standing;
  if (!opened) return [];
  const make = maker(id);
  if (!due) {
    const cards = mailDuties(state, make, rules);
    return state.standing.closed === undefined ? [...standingDuties(state, make, rules), ...cards] : cards;
  }
  const papers = [
    ...mailDuties(state, make, rules),
    ...messageDuties(state, make, rules),
    ...packageDuties(state, make, rules),
  ];
  // Paper in hand or with the post and earned rights outlive the work on the case; new contact does not.
  if (state.standing.closed !== undefined) return papers;
  return [...standingDuties(state, make, rules), ...papers, ...visitDuties(state, due, make, rules)];
}

function maker(id: CaseId): MakeDuty {
  return (kind, part, { from, due }, owner, more) => ({
    key: `${id}/${kind}${part ? `/${part}` : ''}`,
    kind,
    case: id,
    from,
    due,
    owner,
    ...more,
  });
}

function standingDuties({ standing }: CaseState, make: MakeDuty, rules: Rules): readonly Duty[] {
  const { opened, mailWay, holds, followUpProposed, followUpProposedOn, paused, unreachable } = standing;
  const { calendar } = rules.mailing;
  const answered = (from: CivilDate) => ({
    from,
    due: programmeDayAfter(from, rules.duties.wardAnswerDays, calendar),
  });
  const since = opened?.on;
  if (!since) return [];
  return [
    ...(mailWay === 'undecided' ? [make('name-mail-way', '', answered(since), 'responsible-manager')] : []),
    ...holds.map((reason) => make('answer-hold', reason, answered(since), 'responsible-manager')),
    ...(followUpProposed !== undefined
      ? [make('decide-follow-up', '', answered(followUpProposedOn ?? since), 'ward-staff')]
      : []),
    ...(paused
      ? [
          make('resume-after-pause', '', { from: paused.until, due: paused.until }, 'operator', {
            automatic: 'case.end-pause',
          }),
        ]
      : []),
    ...(unreachable ? [make('tell-ward-unreachable', '', answered(unreachable), 'responsible-manager')] : []),
  ];
}

function mailDuties(state: CaseState, make: MakeDuty, rules: Rules): readonly Duty[] {
  const { mailing } = rules;
  const duties: Duty[] = [];
  const letter = nextLetter(state, rules);
  const onWay = state.mail.pieces.some(({ status }) => status === 'planned' || status === 'printed');
  if (letter.next !== 'none' && !onWay) {
    const due = dispatchNotBefore(letterSince(state, letter.from, rules), mailing);
    // A letter that a stop, a window or a due date forbids on its first day, or on its last, is nobody's duty.
    if (dueMail(state, letter.from, rules).due && dueMail(state, due, rules).due) {
      duties.push(make('send-letter', letter.next, { from: letter.from, due }, 'mailing-clerk'));
    }
  }
  for (const piece of state.mail.pieces) {
    const { status, on } = piece;
    const paper = { paper: { piece: piece.piece, batch: piece.batch, holder: piece.holder } };
    const gone = overtaken(state, piece, rules);
    if (gone) {
      const { act, from } = gone;
      const kind = act === 'pull' ? 'pull-piece' : 'ask-back-piece';
      duties.push(make(kind, piece.piece, { from, due: from }, 'mailing-clerk', paper));
    }
    // A move still to come does not yet keep the letter in hand.
    if (status === 'printed' && (!gone || gone.from > (state.mail.heard.on ?? on))) {
      const posted = programmeDayAfter(on, mailing.watch.unpostedDays, mailing.calendar);
      duties.push(make('post-printed', piece.piece, { from: on, due: posted }, 'mailing-clerk', paper));
    }
    if (status === 'posted' && isHeardOf(piece)) {
      const overdue = addDays(on, mailing.watch.undeliveredDays);
      duties.push(make('trace-piece', piece.piece, { from: overdue, due: overdue }, 'mailing-clerk', paper));
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

/** A letter is nobody's duty before the woman is on a list and the contract has begun, whenever her month began. */
function letterSince({ standing }: CaseState, from: CivilDate, { contract }: Rules): CivilDate {
  const listed = standing.opened?.on ?? from;
  // Who had moved out and came back is owed her letter from then on.
  const back = standing.away.at(-1)?.until ?? from;
  // Whose stop was taken back is owed it from then on as well.
  const freed = standing.freedOn ?? from;
  return [from, listed, back, freed, contract.from].reduce((latest, day) => (day > latest ? day : latest));
}

/** The latest day of the dispatch that a letter goes with: this month's, or the next one's when this one's has left. */
function dispatchNotBefore(since: CivilDate, { dispatch, calendar }: Rules['mailing']): CivilDate {
  const month = monthContaining(since);
  const { latest } = dispatchDates(month, dispatch, calendar);
  return latest >= since ? latest : dispatchDates(addMonths(month, 1), dispatch, calendar).latest;
}

function visitDuties(state: CaseState, due: CivilDate, make: MakeDuty, rules: Rules): readonly Duty[] {
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

/** Reasons for which somebody has to find out where a package goes, in the days it has. */
const WHERE_TO: readonly string[] = ['moved-out', 'mail-way-undecided', 'unreachable'];

function packageDuties(state: CaseState, make: MakeDuty, rules: Rules): readonly Duty[] {
  const { benefit, mail, standing, messages } = state;
  const { entitlement, heldFor, heldOn, interviewOn, dueBy, expired } = benefit;
  if (!interviewOn || entitlement?.to === 'withheld' || expired || isReceived(mail)) return [];
  // Whoever does not wish it, or died, is owed no answer any more (design.md section 4).
  if (standing.withdrawn?.package === 'decline' || standing.womanDied) return [];
  const { calendar, oneYear, remindBeforeLimitDays } = rules.benefits;
  const answered = (from: CivilDate) => ({
    from,
    due: programmeDayAfter(from, rules.duties.wardAnswerDays, calendar),
  });
  // Nobody is late before the hold began: a visit may be entered, and a loss be told, days after it happened.
  const since = heldOn ?? interviewOn;
  if (heldFor && !entitlement) {
    return [make('ask-ward-entitlement', '', answered(since), 'responsible-manager')];
  }
  if (heldFor === 'overseas') {
    const limit = oneYearLimit(interviewOn, oneYear);
    const over = addDays(limit, 1);
    return [
      ...remindBeforeLimitDays
        .filter((days) => !isTold(messages, `overseas-${days}`, limit))
        .map((days) => {
          const from = addDays(limit, -days);
          return make(
            'remind-overseas',
            String(days),
            { from, due: programmeDayAfter(from, 3, calendar) },
            'operator',
          );
        }),
      make('expire-right', '', { from: over, due: over }, 'responsible-manager', {
        automatic: 'benefit.expire',
      }),
    ];
  }
  if (heldFor === 'loss') {
    return [make('decide-after-loss', '', answered(since), 'responsible-manager')];
  }
  if (heldFor) return [make('answer-hold', `package-${heldFor}`, answered(since), 'responsible-manager')];
  if (
    !dueBy ||
    onItsWay(mail) ||
    packagesOf(mail).some(({ status }) => status === 'returned' || status === 'lost')
  )
    return [];
  // Where to send it is found out; what she or the ward has stopped is nobody's to send.
  const stays = whyPackageStays(state, dueBy);
  if (stays && !WHERE_TO.includes(stays)) return [];
  // What a stop kept back has its days from the end of the stop, as after a hold (CHI-8.8-8).
  const { parcelsFreedOn: freed } = standing;
  const anew = freed && programmeDayAfter(freed, rules.benefits.dispatchDays, calendar);
  const due = anew && freed > interviewOn && anew > dueBy ? anew : dueBy;
  return [make('send-package', '', { from: interviewOn, due }, 'mailing-clerk')];
}

/** Whether she was told so by mail or by telephone, for this limit. */
function isTold({ sent, calls }: CaseState['messages'], about: string, limit: CivilDate): boolean {
  return (
    sent.some((one) => one.about === about && one.ref === `limit@${limit}` && one.status === 'sent') ||
    calls.some((call) => call.about === about)
  );
}
