import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { dayOfInstant } from '../../src/domain/basics/instant.ts';
import { isRefusal } from '../../src/domain/basics/refusal.ts';
import { evolveCase, type CaseState } from '../../src/domain/case.ts';
import { caseDuties } from '../../src/domain/duties/case-duties.ts';
import type { Fact, RecordedFact } from '../../src/domain/facts.ts';
import { dueMessages } from '../../src/domain/messages/due-messages.ts';
import { handOverMessage } from '../../src/domain/messages/hand-over-message.ts';
import { sendMessage } from '../../src/domain/messages/send-message.ts';
import { settleMessage } from '../../src/domain/messages/settle-message.ts';
import { sendSurvey } from '../../src/domain/survey/send-survey.ts';
import { booked } from '../support/booked.ts';
import { openedFor, tell, type Change } from '../support/changes.ts';
import { completedVisit } from '../support/completed-visit.ts';
import { CASE, factsOf, given, on, refusalOf, today } from '../support/given.ts';
import { registeredByMail } from '../support/registered-by-mail.ts';
import { grantedPackage } from '../support/granted-package.ts';
import { readTable } from '../support/read-table.ts';

const table = readTable(new URL('changes-and-mail.tsv', import.meta.url)).flatMap(
  ([abouts = [], [change = ''] = [], [due = ''] = [], [queued = ''] = []]) =>
    abouts.map((about) => ({ about, change: change as Change, due, queued })),
);

const MESSAGE = 'message_one';
const REF = 'booking_1@slot_2026-06-10-1000';

/** A woman to whom this message is due on this day. */
function owed(about: string): {
  readonly facts: readonly RecordedFact[];
  readonly day: string;
  readonly ref?: string;
} {
  const registered = [openedFor('loss', '2026-04-02'), ...registeredByMail('2026-05-10')];
  const dated = [...registered, booked('2026-05-18', '2026-06-10')];
  const confirmed = on('2026-05-18', {
    type: 'message.sent',
    case: CASE,
    message: 'message_before',
    about: 'booking',
    channel: 'email',
    ref: REF,
  } satisfies Fact);
  const recalled = (day: string, message: `message_${string}`) =>
    on(day, {
      type: 'recall.sent',
      case: CASE,
      message,
      about: 'no-booking',
      channel: 'email',
    } satisfies Fact);
  switch (about) {
    case 'booking':
      return { facts: dated, day: '2026-05-18', ref: REF };
    case 'reminder-7':
      return { facts: [...dated, confirmed], day: '2026-06-03', ref: REF };
    case 'no-booking':
      return { facts: registered, day: '2026-05-24' };
    case 'call':
      return {
        facts: [...registered, recalled('2026-05-24', 'message_a'), recalled('2026-06-07', 'message_b')],
        day: '2026-06-21',
      };
    case 'survey':
      return { facts: visited([...dated, confirmed]), day: '2026-11-05', ref: 'survey-2026' };
    default: {
      const held = on('2026-06-11', { type: 'benefit.held', case: CASE, reason: 'overseas' } satisfies Fact);
      return { facts: [...visited([...dated, confirmed]), held], day: '2027-05-12', ref: 'limit@2027-06-10' };
    }
  }
}

function visited(facts: readonly RecordedFact[]): readonly RecordedFact[] {
  return [...facts, completedVisit('2026-06-10'), grantedPackage('2026-06-10')];
}

const SURVEY = { answers: [], closed: false, opened: openedSurvey() } as const;
function openedSurvey() {
  return {
    form: 'satisfaction-survey/1',
    on: date('2026-10-30'),
    from: date('2026-11-01'),
    to: date('2026-11-30'),
  } as const;
}

const evolve = (state: CaseState, day: string, facts: readonly Fact[]): CaseState =>
  facts.reduce((before, fact) => evolveCase(before, on(day, fact)), state);

/** Orders the message as the clock does. */
function order(state: CaseState, about: string, day: string, ref: string | undefined) {
  const survey = { case: state, survey: SURVEY };
  return about === 'survey'
    ? sendSurvey(survey, { survey: 'survey-2026', case: CASE, message: MESSAGE }, today(day))
    : sendMessage({ case: state }, { message: MESSAGE, case: CASE, about, ref }, today(day));
}

/** The change comes when the message is due: is it ordered, stopped, or to be a call? */
function whenDue(about: string, change: Change): string {
  const { facts, day, ref } = owed(about);
  const before = given(...facts).case;
  const state = tell(before, change, date(day)).facts.reduce(evolveCase, before);
  if (about === 'call') return callsOf(state, day) > 0 ? 'goes' : 'stopped';
  const outcome = order(state, about, day, ref);
  if (isRefusal(outcome)) {
    if (outcome.refused === 'call-instead') return 'call';
    assert.equal(outcome.refused, 'survey-not-for-her');
    return 'stopped';
  }
  return outcome.facts.some(({ type }) => type === 'message.stopped') ? 'stopped' : 'goes';
}

/** The change comes after the order: is it handed over? */
function whenQueued(about: string, change: Change): string {
  const { facts, day, ref } = owed(about);
  const ready = given(...facts).case;
  const before = evolve(ready, day, factsOf(order(ready, about, day, ref)));
  const state = tell(before, change, date(day)).facts.reduce(evolveCase, before);
  const outcome = handOverMessage({ case: state }, { case: CASE, message: MESSAGE }, today(day));
  const types = factsOf(outcome).map(({ type }) => type);
  const after = evolve(state, day, factsOf(outcome));
  assert.equal(
    refusalOf(handOverMessage({ case: after }, { case: CASE, message: MESSAGE }, today(day))),
    types[0] === 'message.handed-over' ? 'message-handed-over' : 'no-such-message',
  );
  return types[0] === 'message.handed-over' ? 'goes' : 'stopped';
}

const callsOf = (state: CaseState, day: string): number =>
  dueMessages(state, today(day).now, today(day).rules).filter(({ way }) => way === 'call').length;
const duties = (state: CaseState, day: string): readonly string[] =>
  caseDuties(state, CASE, today(day).rules)
    .filter(({ kind, from }) => (kind === 'call-instead' || kind === 'settle-message') && from <= day)
    .map(({ kind }) => kind);

test('what a change does to a mail that is due or ordered, and to a call, is what the table says [AMB-38] [CHI-8.14-5] [CHI-8.14-7]', () => {
  assert.ok(table.length > 75);
  const wrong = table.flatMap(({ about, change, due, queued }) => {
    const [isDue, isQueued] = [whenDue(about, change), queued === '' ? '' : whenQueued(about, change)];
    return isDue === due && isQueued === queued
      ? []
      : [`${about} ${change}: ${isDue}, ${isQueued} instead of ${due}, ${queued}`];
  });
  assert.deepEqual(wrong, []);
});

test('without a change every one of them goes', () => {
  for (const about of ['booking', 'reminder-7', 'no-booking', 'overseas-30', 'survey']) {
    const { facts, day, ref } = owed(about);
    const state = given(...facts).case;
    const after = evolve(state, day, factsOf(order(state, about, day, ref)));
    const outcome = handOverMessage({ case: after }, { case: CASE, message: MESSAGE }, today(day));
    assert.deepEqual(
      factsOf(outcome).map(({ type }) => type),
      ['message.handed-over'],
      about,
    );
  }
});

test('a task to call her exists exactly when a call is due, and ends with the call [AMB-49]', () => {
  for (const { about, change } of table.filter((row) => row.about === 'call')) {
    const { facts, day } = owed(about);
    const before = given(...facts).case;
    assert.deepEqual(duties(before, day), ['call-instead']);
    const state = tell(before, change, date(day)).facts.reduce(evolveCase, before);
    assert.equal(duties(state, day).length, callsOf(state, day), change);
    const called = evolve(before, day, [
      { type: 'call.made', case: CASE, about: 'no-booking', result: 'reached' },
    ]);
    assert.deepEqual(duties(called, day), []);
  }
});

test('a recall that was stopped before it was handed over does not count as sent [CHI-8.9-3]', () => {
  const { facts, day } = owed('no-booking');
  const ready = given(...facts).case;
  const ordered = evolve(ready, day, factsOf(order(ready, 'no-booking', day, undefined)));
  assert.equal(ordered.mail.recallMails.length, 1);
  const paused = tell(ordered, 'pause', date(day)).facts.reduce(evolveCase, ordered);
  const outcome = handOverMessage({ case: paused }, { case: CASE, message: MESSAGE }, today(day));
  assert.equal(evolve(paused, day, factsOf(outcome)).mail.recallMails.length, 0);
});

test('a mail of which nobody knows whether it left is a question to a person, answered once [B-17]', () => {
  const { facts, day, ref } = owed('booking');
  const ready = given(...facts).case;
  const ordered = evolve(ready, day, factsOf(order(ready, 'booking', day, ref)));
  assert.deepEqual(duties(ordered, day), []);
  const of = { case: CASE, message: MESSAGE } as const;
  assert.equal(
    refusalOf(settleMessage({ case: ordered }, { ...of, result: 'accepted' }, today(day))),
    'no-such-message',
  );
  const gone = evolve(ordered, day, factsOf(handOverMessage({ case: ordered }, of, today(day))));
  assert.deepEqual(duties(gone, day), ['settle-message']);
  const left = evolve(
    gone,
    day,
    factsOf(settleMessage({ case: gone }, { ...of, result: 'accepted' }, today(day))),
  );
  assert.deepEqual(duties(left, day), []);
  assert.equal(
    refusalOf(settleMessage({ case: left }, { ...of, result: 'failed' }, today(day))),
    'message-settled',
  );
  const failed = evolve(
    gone,
    day,
    factsOf(settleMessage({ case: gone }, { ...of, result: 'failed' }, today(day))),
  );
  assert.deepEqual(duties(failed, day), ['call-instead']);
  assert.deepEqual(dueMessages(failed, today(day).now, today(day).rules), [], 'it is sent again by itself');
});

test('each mail about the package abroad names its limit and goes once: at the hold, 90 and 30 days before [CHI-8.8-10]', () => {
  const { facts } = owed('overseas-30');
  const state = given(...facts).case;
  const due = (at: CaseState, day: string) =>
    dueMessages(at, today(day).now, today(day).rules).map(({ about }) => about);
  assert.deepEqual(due(state, '2026-06-11'), ['overseas-hold']);
  assert.deepEqual(due(state, '2027-03-12'), ['overseas-90']);
  assert.deepEqual(due(state, '2027-05-11'), ['overseas-30']);
  assert.deepEqual(due(state, '2027-06-10'), ['overseas-30']);
  assert.deepEqual(due(state, '2027-06-11'), []);
  const sent = evolve(
    state,
    '2027-03-12',
    factsOf(order(state, 'overseas-90', '2027-03-12', 'limit@2027-06-10')),
  );
  assert.deepEqual(due(sent, '2027-03-13'), []);
  assert.equal(dayOfInstant(today('2027-03-12').now), '2027-03-12');
});
