import assert from 'node:assert/strict';
import type { AccountId, CaseId } from '../../src/domain/basics/ids.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { visitRecord } from './booked.ts';
import { at } from './booking-place.ts';
import { usualOpening } from './usual-opening.ts';

type World = {
  readonly place: Place;
  readonly person: (...roles: RoleName[]) => Promise<AccountId>;
  readonly setNow: (day: string, time?: string) => void;
};

const ids = randomIds();
const STARTS = ['10:00', '11:00', '13:00', '14:00'];

/** So many women who were visited on 12 May 2026 and whose packages are owed since; all through the gate. At most four. */
export async function owedPackages(world: World, count: number): Promise<readonly CaseId[]> {
  const { place, person, setNow } = world;
  const manager = await person('responsible-manager');
  const nurse = await person('visitor');
  const done = async (row: string, input: object, actor: string) => {
    const outcome = await place.execute([{ row, input }], { actor });
    assert.ok(outcome.ok, outcome.ok ? '' : `${row}: ${outcome.error.refused}`);
    return outcome.value.facts;
  };
  const licence = { licence: 'nurse', number: '第12345号', checkedOn: '2026-05-01' };
  await done('visitor.qualify', { account: nurse, ...licence }, manager);
  for (const topic of chiyodaVisit.rules.visits.trainingTopics)
    await done('visitor.train', { account: nurse, topic, on: '2026-05-01', material: 'v1' }, manager);
  await done('booking.open-day', { date: '2026-05-12', visitors: 4 }, manager);
  const talks: { readonly id: CaseId; readonly booking: string; readonly start: string }[] = [];
  for (const start of STARTS.slice(0, count)) {
    const id = ids.fresh('case');
    const opening = usualOpening();
    const values = [
      { section: 'identity', value: { name: `見本 ${start}`, kana: 'ミホン', birthDate: '1995-05-05' } },
      { section: 'address', value: { postcode: '1020074', address: '九段南1-2-1', building: '' } },
    ];
    await done('case.open', { case: id, person: ids.fresh('person'), opening, values }, 'system:intake');
    const wish = { case: id, slot: at('2026-05-12', start), requestedBy: 'herself', mode: 'visit' };
    const [made] = await done('booking.make', wish, manager);
    assert.ok(made && 'booking' in made);
    const booking = made.booking;
    await done('visit.assign', { case: id, booking, visitor: nurse }, manager);
    talks.push({ id, booking, start });
  }
  setNow('2026-05-12', '18:00');
  for (const { id, booking, start } of talks) {
    const to = `${start.slice(0, 2)}:13`;
    const record = visitRecord('2026-05-12', { from: start, to });
    await done('visit.complete', { ...record, case: id, booking }, manager);
  }
  return talks.map(({ id }) => id);
}
