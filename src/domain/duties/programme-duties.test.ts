import assert from 'node:assert/strict';
import { test } from 'node:test';
import { on, refusalOf, today } from '../../../tests/support/given.ts';
import { closeDuty, evolveDuty, openDuty } from './close-duty.ts';
import { programmeDuties } from './programme-duties.ts';

const context = today('2026-06-01');
const dueOf = new Map(programmeDuties(context.rules).map((duty) => [duty.key, duty.due]));

test('reports are due on the 10th, or on the working day before when that is closed [CHI-9.1-2, AMB-43]', () => {
  assert.equal(dueOf.get('programme/close-month/2026-04'), '2026-05-08');
  assert.equal(dueOf.get('programme/close-month/2026-05'), '2026-06-10');
  assert.equal(dueOf.get('programme/close-month/2026-09'), '2026-10-09');
  assert.equal(dueOf.get('programme/close-month/2026-12'), '2027-01-08');
});

test('March and the year are reported by 31 March [CHI-9.1-3, CHI-9.2-1]', () => {
  assert.equal(dueOf.get('programme/close-month/2027-03'), '2027-03-31');
  assert.equal(dueOf.get('programme/annual-report'), '2027-03-31');
});

test('set-up, the notice text and the survey have their days [CHI-8.14-2, CHI-8.15-2, CHI-8.17-1]', () => {
  assert.equal(dueOf.get('programme/ready-for-visits'), '2026-04-30');
  assert.equal(dueOf.get('programme/approve-notice-text'), '2026-05-31');
  assert.equal(dueOf.get('programme/hold-survey'), '2027-01-31');
});

test('every duty of the year has a key of its own and begins before it is due', () => {
  const duties = programmeDuties(context.rules);
  assert.equal(new Set(duties.map((duty) => duty.key)).size, duties.length);
  assert.deepEqual(
    duties.filter((duty) => duty.from > duty.due),
    [],
  );
});

test('a dated duty is closed once, with evidence [B-02]', () => {
  const close = { duty: 'programme/hold-survey', evidence: 'doc-23' };
  assert.equal(refusalOf(closeDuty({ duty: openDuty }, close, context)), 'decided');
  const closed = evolveDuty(openDuty, on('2026-06-01', { type: 'duty.closed', ...close }));
  assert.equal(refusalOf(closeDuty({ duty: closed }, close, context)), 'duty-closed');
  assert.equal(
    refusalOf(closeDuty({ duty: openDuty }, { ...close, duty: 'programme/nothing' }, context)),
    'no-such-duty',
  );
});
