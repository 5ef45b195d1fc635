import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date, type CivilDate } from '../basics/civil-date.ts';
import { isRefusal } from '../basics/refusal.ts';
import { evolveCase, type CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';
import type { RecordedFact } from '../facts.ts';
import { record } from '../../store/journal.ts';
import { visitRecord, wish } from '../../../tests/support/booked.ts';
import { CASE, countingIds, given, opened, today } from '../../../tests/support/given.ts';
import { cancelBooking } from '../booking/cancel-booking.ts';
import { makeBooking } from '../booking/make-booking.ts';
import { moveBooking } from '../booking/move-booking.ts';
import { completeVisit } from './complete-visit.ts';
import { missVisit } from './miss-visit.ts';
import { raiseCap } from './raise-cap.ts';

type Step = {
  readonly act: 'make' | 'move' | 'cancel' | 'assign' | 'complete' | 'miss' | 'raise' | 'birth' | 'wait';
  readonly days: number;
};

const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom(
      'make',
      'make',
      'move',
      'cancel',
      'assign',
      'assign',
      'complete',
      'complete',
      'miss',
      'raise',
      'birth',
      'wait',
      'wait',
      'wait',
    ),
    days: fc.integer({ min: 0, max: 4 }),
  }),
  { minLength: 20, maxLength: 80 },
);

const START = date('2026-05-01');

/** Lives a sequence of acts and gives every fact that came of it. */
function live(acts: readonly Step[]): readonly RecordedFact[] {
  const first = opened();
  const facts: RecordedFact[] = [first];
  let { case: state } = given(first);
  let day = START;
  const ids = countingIds();
  for (const { act, days } of acts) {
    if (act === 'wait') day = addDays(day, days);
    for (const fact of outcomeOf(act, days, state, day, ids)) {
      facts.push(fact);
      state = evolveCase(state, fact);
    }
  }
  return facts;
}

function outcomeOf(
  act: Step['act'],
  days: number,
  state: CaseState,
  day: CivilDate,
  ids: ReturnType<typeof countingIds>,
): readonly RecordedFact[] {
  const now = today(day, { time: '16:00', ids, actor: 'account_manager' });
  const active = state.bookings.active;
  const booking = active?.booking ?? 'booking_0';
  const decide = (): Decision | { readonly refused: string } => {
    switch (act) {
      case 'make':
        return makeBooking({ case: state }, wish(addDays(day, days), { stillPregnant: true }), now);
      case 'move':
        return moveBooking({ case: state }, wish(addDays(day, days), { stillPregnant: true }), now);
      case 'cancel':
        return cancelBooking({ case: state }, { case: CASE, reason: 'her-wish' }, now);
      case 'assign':
        return active
          ? { facts: [{ type: 'visit.assigned', case: CASE, booking, visitor: 'account_nurse' }] }
          : { refused: 'none' };
      case 'complete':
        return completeVisit({ case: state }, visitRecord(active?.date ?? day, { booking }), now);
      case 'miss':
        return missVisit(
          { case: state },
          { case: CASE, booking, reason: days % 2 ? 'absent' : 'visitor-side' },
          now,
        );
      case 'raise':
        return raiseCap({ case: state }, { case: CASE, reason: 'x' }, now);
      case 'birth':
        return { facts: [{ type: 'case.birth-reported', case: CASE, on: day, source: 'phone' }] };
      case 'wait':
        return { refused: 'none' };
    }
  };
  const outcome = decide();
  if (isRefusal(outcome)) return [];
  return outcome.facts.map((fact) =>
    record(fact, { id: ids.fresh('fact'), recordedAt: now.now, actor: now.actor }),
  );
}

test('whatever happens: never two active bookings, never two visits, every booked date kept, attempts capped [CHI-8.3-5, CHI-8.7-2, CHI-8.14-1] [INC-26]', () => {
  let visited = 0;
  let moved = 0;
  fc.assert(
    fc.property(steps, (acts) => {
      const facts = live(acts);
      const of = (...types: readonly string[]) => facts.filter(({ type }) => types.includes(type));
      const { case: state } = given(...facts);
      let active = 0;
      for (const { type } of facts) {
        if (type === 'booking.made') active += 1;
        if (['booking.cancelled', 'visit.missed', 'visit.completed'].includes(type)) active -= 1;
        assert.ok(active === 0 || active === 1);
      }
      assert.ok(of('visit.completed').length <= 1);
      const dates = of('booking.made', 'booking.moved').flatMap((fact) =>
        'date' in fact ? [fact.date] : [],
      );
      assert.deepEqual(state.bookings.bookedDates, dates);
      const counted = of('visit.missed').filter(
        (fact) => 'reason' in fact && fact.reason === 'absent',
      ).length;
      assert.ok(counted <= 2 + of('visit.cap-raised').length);
      visited += of('visit.completed').length;
      moved += of('booking.moved').length;
    }),
    { numRuns: 300, seed: 8352 },
  );
  // The sequences really reach what they are about.
  assert.ok(visited > 20 && moved > 20, `${visited} visits, ${moved} moves`);
});
