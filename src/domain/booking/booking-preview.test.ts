import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { booked } from '../../../tests/support/booked.ts';
import { CASE, given, on, opened, refusalOf, today } from '../../../tests/support/given.ts';
import type { RecordedFact } from '../facts.ts';
import { moveBooking } from './move-booking.ts';
import { bookingPreview } from './booking-preview.ts';
import { slotId } from './slot.ts';

const held: readonly RecordedFact[] = [
  opened(),
  booked('2026-05-20', '2026-06-10'),
  on('2026-05-21', { type: 'visit.assigned', case: CASE, booking: 'booking_1', visitor: 'account_nurse' }),
];
const preview = (day: string, now: Parameters<typeof today>, facts: readonly RecordedFact[] = held) =>
  bookingPreview(given(...facts).case, { case: CASE, slot: slotId(date(day), '10:00') }, today(...now));

test('a move says before it is made what it brings about: 8th month, due date, cut-off, a new visitor [CHI-4.2-6, CHI-8.16-6]', () => {
  assert.deepEqual(preview('2026-06-12', ['2026-05-22']), { consequences: ['assign-anew'] });
  assert.deepEqual(preview('2026-07-01', ['2026-05-22']).consequences, ['outside-month8', 'assign-anew']);
  const onDue = preview('2026-08-20', ['2026-05-22']).consequences;
  assert.deepEqual(onDue, ['outside-month8', 'on-due-date', 'assign-anew']);
  const after = preview('2026-08-21', ['2026-05-22']).consequences;
  assert.deepEqual(after, ['outside-month8', 'after-due-date', 'assign-anew']);
  const later = [opened('2026-05-20', { due: date('2026-12-21') }), booked('2026-10-20', '2026-11-10')];
  const asked = preview('2026-12-22', ['2026-10-22'], later).consequences;
  assert.deepEqual(asked, ['outside-month8', 'after-due-date', 'ask-still-pregnant']);
  const late = preview('2026-06-11', ['2026-06-09', { time: '17:01' }]).consequences;
  assert.deepEqual(late, ['after-cut-off', 'assign-anew']);
});

test('what the preview refuses the move refuses for the same reason, and the other way round', () => {
  const loss = on('2026-05-22', {
    type: 'case.loss-reported',
    case: CASE,
    on: date('2026-05-22'),
    source: 'phone',
  });
  const cases = [
    { day: '2026-06-14', facts: held },
    { day: '2026-06-10', facts: held },
    { day: '2026-06-12', facts: [...held, loss] },
    { day: '2026-06-12', facts: held },
  ];
  const codes = cases.map(({ day, facts }) => {
    const shown = preview(day, ['2026-05-23'], facts).refusal?.refused ?? 'decided';
    const wish = {
      case: CASE,
      slot: slotId(date(day), '10:00'),
      mode: 'visit',
      requestedBy: 'herself',
    } as const;
    assert.equal(shown, refusalOf(moveBooking(given(...facts), wish, today('2026-05-23'))));
    return shown;
  });
  assert.deepEqual(preview('2026-06-12', ['2026-05-22'], [opened()]), { consequences: [] });
  assert.deepEqual(codes, ['closed-day', 'same-slot', 'visit-stopped', 'decided']);
});
