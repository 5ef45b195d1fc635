import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, date } from '../basics/civil-date.ts';
import type { CaseFact } from '../facts/case.ts';
import type { Fact } from '../facts.ts';
import { CASE, given, on, opened } from '../../../tests/support/given.ts';
import type { Standing } from './standing.ts';
import {
  mayGoOut,
  stopsOn,
  waysOfPiece,
  WHAT_STOPS_WHAT,
  type Outgoing,
  type StopWord,
} from './what-stops-what.ts';

const TODAY = date('2026-05-20');
const EVERYTHING = Object.keys(WHAT_STOPS_WHAT.loss) as Outgoing[];

const standingAfter = (...facts: readonly Fact[]): Standing =>
  given(opened(), ...facts.map((fact) => on('2026-05-10', fact))).case.standing;

const open = (standing: Standing, day = TODAY): readonly Outgoing[] =>
  EVERYTHING.filter((way) => mayGoOut(standing, way, day).goes);

const loss: CaseFact = { type: 'case.loss-reported', case: CASE, on: date('2026-05-09'), source: 'phone' };
const birth: CaseFact = { type: 'case.birth-reported', case: CASE, on: date('2026-05-09'), source: 'list' };
const pause: CaseFact = {
  type: 'case.paused',
  case: CASE,
  reason: 'hospital',
  until: date('2026-06-01'),
  by: 'herself',
  channel: 'phone',
};
const withdrawn = (answer: 'send' | 'keep' | 'decline'): CaseFact => ({
  type: 'case.withdrawn',
  case: CASE,
  by: 'herself',
  channel: 'phone',
  package: answer,
});
const protectedNow: CaseFact = { type: 'case.protection-changed', case: CASE, to: true, ref: 'w-1' };

test('with nothing told everything may go out', () => {
  assert.deepEqual(open(standingAfter()), EVERYTHING);
});

test('after a loss nothing goes out: the package waits for people, the link has words of condolence [CHI-8.14-5, CHI-4.2-7] [INC-10]', () => {
  const standing = standingAfter(loss);
  assert.deepEqual(open(standing), []);
  const parcel = mayGoOut(standing, 'parcels', TODAY);
  assert.ok(!parcel.goes && parcel.how === 'waits' && parcel.stoppedBy === 'loss');
  const link = mayGoOut(standing, 'link', TODAY);
  assert.ok(!link.goes && link.how === 'grief-words');
});

test("a child's death stops what a loss stops [CHI-8.14-5]", () => {
  const standing = standingAfter({
    type: 'case.died',
    case: CASE,
    who: 'child',
    on: date('2026-05-09'),
    source: 'list',
  });
  assert.deepEqual(open(standing), []);
  assert.deepEqual(stopsOn(standing, TODAY), ['loss']);
});

test("after the woman's death nothing goes out, not even to wait [B-17]", () => {
  const standing = standingAfter({
    type: 'case.died',
    case: CASE,
    who: 'woman',
    on: date('2026-05-09'),
    source: 'list',
  });
  for (const way of EVERYTHING) {
    const verdict = mayGoOut(standing, way, TODAY);
    assert.ok(!verdict.goes && verdict.how === 'stopped');
  }
});

test('a birth stops notice, re-send and recall; the rest goes on in other words [CHI-4.3-1]', () => {
  const standing = standingAfter(birth);
  assert.deepEqual(
    open(standing),
    EVERYTHING.filter((way) => way !== 'invitations' && way !== 'recalls'),
  );
  assert.deepEqual(mayGoOut(standing, 'mail', TODAY), { goes: true, words: 'after-birth' });
});

test('a move out stops invitations and bookings from its day, and sends the package after her [CHI-4.2-1, AMB-47]', () => {
  const moved = date('2026-06-15');
  const standing = standingAfter({
    type: 'case.moved',
    case: CASE,
    on: moved,
    within: false,
    source: 'list',
  });
  assert.deepEqual(open(standing, addDays(moved, -1)), EVERYTHING);
  assert.deepEqual(
    open(standing, moved),
    EVERYTHING.filter((way) => !['invitations', 'recalls', 'bookings'].includes(way)),
  );
  assert.deepEqual(mayGoOut(standing, 'parcels', moved), { goes: true, onlyTo: 'new-address-in-japan' });
});

test('a pause stops invitations, reminders, calls and surveys, and ends on its day [CHI-8.14-7]', () => {
  const standing = standingAfter(pause);
  assert.deepEqual(open(standing), ['print', 'post', 'parcels', 'bookings', 'link']);
  assert.deepEqual(mayGoOut(standing, ['print', 'invitations'], TODAY), {
    goes: false,
    stoppedBy: 'pause',
    alsoBy: [],
    how: 'stopped',
    until: date('2026-06-01'),
  });
  assert.deepEqual(open(standing, date('2026-05-31')).includes('calls'), false);
  assert.deepEqual(open(standing, date('2026-06-01')), EVERYTHING);
});

test('a withdrawal stops all contact; the package does as she said [CHI-8.14-7]', () => {
  assert.deepEqual(open(standingAfter(withdrawn('decline'))), []);
  assert.deepEqual(open(standingAfter(withdrawn('send'))), ['parcels']);
  const kept = mayGoOut(standingAfter(withdrawn('keep')), 'parcels', TODAY);
  assert.ok(!kept.goes && kept.how === 'waits');
});

test('protection stops everything until the ward names a place, and then lets only that be reached [AMB-56] [INC-13]', () => {
  assert.deepEqual(open(standingAfter(protectedNow)), []);
  const named = standingAfter(protectedNow, {
    type: 'case.mail-way-named',
    case: CASE,
    way: 'designated',
    ref: 'w-2',
  });
  assert.deepEqual(open(named), ['print', 'post', 'parcels', 'invitations', 'bookings']);
  assert.deepEqual(mayGoOut(named, ['print', 'invitations'], TODAY), {
    goes: true,
    onlyTo: 'designated-place',
  });
  assert.equal(mayGoOut(named, waysOfPiece('recall', 'print'), TODAY).goes, false);
});

test('a protected woman opened with her registered address is not printed for before the ward names the way [AMB-56, CHI-8.8-2] [INC-14]', () => {
  const { standing } = given(opened('2026-04-20', { protected: true, mailWay: 'registered' })).case;
  assert.equal(standing.mailWay, 'undecided');
  assert.equal(mayGoOut(standing, waysOfPiece('notice', 'print'), TODAY).goes, false);
});

test('a way of mail that nobody has decided stops printing, not talking [CHI-8.8-2]', () => {
  const { standing } = given(opened('2026-04-20', { mailWay: 'undecided' })).case;
  assert.equal(mayGoOut(standing, waysOfPiece('notice', 'print'), TODAY).goes, false);
  assert.equal(mayGoOut(standing, 'calls', TODAY).goes, true);
});

test("a hold and the ward's stop keep everything in the house [AMB-38]", () => {
  for (const reason of ['identity-mismatch', 'ward-stop']) {
    const standing = standingAfter({ type: 'case.held', case: CASE, reason });
    assert.deepEqual(open(standing), ['bookings', 'link']);
    assert.deepEqual(stopsOn(standing, TODAY), [reason === 'ward-stop' ? 'ward-stop' : 'hold']);
  }
});

test('a case that was never opened lets nothing out', () => {
  assert.deepEqual(open(given().case.standing), []);
});

test('all reasons are named, the first one first, and a pause under a loss gives no day [B-17]', () => {
  const verdict = mayGoOut(standingAfter(pause, loss), 'calls', TODAY);
  assert.deepEqual(verdict, { goes: false, stoppedBy: 'loss', alsoBy: ['pause'], how: 'stopped' });
});

const FACTS: readonly CaseFact[] = [
  loss,
  birth,
  pause,
  withdrawn('keep'),
  protectedNow,
  { type: 'case.moved', case: CASE, on: date('2026-05-15'), within: false, source: 'list' },
  { type: 'case.held', case: CASE, reason: 'ward-stop' },
  { type: 'case.held', case: CASE, reason: 'same-name' },
  { type: 'case.unreachable', case: CASE, on: date('2026-05-10') },
  { type: 'case.died', case: CASE, who: 'woman', on: date('2026-05-10'), source: 'list' },
];

test('telling one more stop never lets more out [AMB-38]', () => {
  fc.assert(
    fc.property(fc.subarray([...FACTS]), fc.constantFrom(...FACTS), (told, more) => {
      const before = new Set(open(standingAfter(...told)));
      return open(standingAfter(...told, more)).every((way) => before.has(way));
    }),
  );
});

test('several ways go together only if each goes alone', () => {
  fc.assert(
    fc.property(fc.subarray([...FACTS]), fc.subarray(EVERYTHING, { minLength: 1 }), (told, ways) => {
      const standing = standingAfter(...told);
      const each = ways.every((way) => mayGoOut(standing, way, TODAY).goes);
      return mayGoOut(standing, ways, TODAY).goes === each;
    }),
  );
});

test('every stop is in the table for every way out', () => {
  for (const [stop, row] of Object.entries(WHAT_STOPS_WHAT) as [StopWord, Record<Outgoing, string>][]) {
    assert.deepEqual(Object.keys(row).toSorted(), EVERYTHING.toSorted(), stop);
  }
});
