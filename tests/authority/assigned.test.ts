import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../src/gate/inside/catalogue.ts';
import { assignedCases, assignedRows, WITHOUT_CASE } from '../support/assigned-cases.ts';
import { bookingPlace } from '../support/booking-place.ts';

const house = await bookingPlace();
const { place } = house;
const { inputs, assigned } = assignedCases(house);
const nurse = await house.visitor();
const other = await house.visitor();

test('every row for assigned cases has a well-made input here [CHI-8.3-3]', () => {
  assert.deepEqual(assignedRows.toSorted(), [...Object.keys(inputs), ...WITHOUT_CASE].toSorted());
});

test('what is assigned to her a visitor may do, the same on the case of another is denied [CHI-8.3-3, SEC-6-1] [THREAT-11]', async () => {
  for (const row of assignedRows.filter((one) => !WITHOUT_CASE.includes(one))) {
    const her = await assigned(nurse);
    const input = (await inputs[row]?.(her)) ?? {};
    house.setNow(her.day, '18:00');
    assert.equal(await say(row, input, other), 'denied', `${row} on the case of another`);
    const own = await say(row, input, nurse);
    assert.ok(own !== 'denied' && own !== 'not-understood', `${row} on her own case: ${own}`);
  }
  house.setNow('2026-05-20');
});

test('her sheet of a day names her own visits, and is empty for another visitor [CHI-8.3-3] [INC-15]', async () => {
  const { id, day } = await assigned(nurse);
  house.setNow(day);
  const sheet = async (actor: string) =>
    (await house.answer<{ readonly case: string }>('visit.sheet', { date: day }, actor)).map(
      (one) => one.case,
    );
  assert.ok((await sheet(nurse)).includes(id));
  assert.deepEqual(await sheet(other), []);
  assert.deepEqual(await house.answer('visit.my-days', {}, other), []);
  house.setNow('2026-05-20');
  const today = await house.answer<object>('visit.sheet', { date: '2026-05-20' }, nurse);
  assert.deepEqual(today, []);
});

async function say(row: string, input: object, actor: string): Promise<string> {
  // Where two are needed the office is the second: whose case it is, is asked of the first.
  const second = commands.get(row)?.who.second && { second: house.operator };
  const answer = commands.has(row)
    ? await place.execute([{ row, input }], { actor, ...second })
    : await place.ask(row, input, { actor });
  return answer.ok ? 'done' : answer.error.refused;
}
