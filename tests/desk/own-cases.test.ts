import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../src/gate/inside/catalogue.ts';
import { assignedCases, assignedRows, WITHOUT_CASE } from '../support/assigned-cases.ts';
import { bookingPlace } from '../support/booking-place.ts';
import { deskRoom, tokenIn } from '../support/desk-room.ts';

const house = await bookingPlace();
const room = await deskRoom({ on: house });
const { inputs, assigned } = assignedCases(house);

type Somebody = Awaited<ReturnType<typeof room.worker>>;

test('over HTTP a visitor may do to her own cases what the table says, and nothing to those of another [CHI-8.3-3, SEC-6-1] [THREAT-11]', async () => {
  const [nurse, other] = await visitors();
  const given = [];
  for (const row of assignedRows.filter((one) => !WITHOUT_CASE.includes(one))) {
    const her = await assigned(nurse.account);
    given.push({ row, day: her.day, input: (await inputs[row]?.(her)) ?? {} });
  }
  for (const [day, rows] of Map.groupBy(given, (one) => one.day)) {
    house.setNow(day, '18:00');
    const [own, another] = [await sitting(nurse), await sitting(other)];
    for (const { row, input } of rows) {
      const strange = await another.api(row, input);
      const seen = await own.api(row, input);
      if (commands.get(row)?.who.second) {
        // Two people prove themselves at a form: no script does such an act, on whosoever's case.
        for (const one of [strange, seen]) assert.match(one.text, /second-person-needed/, row);
        continue;
      }
      assert.equal(strange.status, 403, `${row} on the case of another`);
      assert.ok(
        seen.status !== 403 && !seen.text.includes('not-understood'),
        `${row} on her own case: ${seen.status}`,
      );
    }
  }
});

test('the pages of a case are open to the visitor who is assigned, and close the moment another is [CHI-8.3-3, CHI-8.3-13] [INC-15]', async () => {
  const [nurse, other] = await visitors();
  const { id, booking, day } = await assigned(nurse.account);
  house.setNow(day, '08:00');
  const [hers, another] = [await sitting(nurse), await sitting(other)];
  const told = ['case.report-loss', 'case.pause', 'case.change-contact', 'case.move-out'];
  const acts = ['visit.complete', ...told, 'case.move-by-two', 'case.name-delivery-by-two'];
  const pages = [
    `/cases/${id}`,
    `/bookings/visit/${id}`,
    ...acts.map((name) => `/do/${name}?case=${id}`),
    `/do/visit.miss?case=${id}&booking=${booking}`,
  ];
  const sees = async (who: typeof hers, status: number) => {
    for (const path of pages) {
      const seen = await who.get(path);
      assert.equal(seen.status, status, path);
      if (status === 403) assert.doesNotMatch(seen.text, /花子|ミホン|九段|1995/, path);
    }
    const asked = await who.api('case.show', { case: id });
    assert.equal(asked.status, status);
    // Whose enquiries there were is not for a visitor, not of her own cases either.
    assert.doesNotMatch((await who.api('case.acts', { case: id })).text, /"inquiries"/);
    const sheet = await who.get('/bookings/sheet');
    assert.equal(sheet.text.includes(id), status === 200);
    const done = await who.post(`/do/case.report-loss?case=${id}`, { case: id });
    assert.equal(done.status, status === 200 ? 422 : 403);
  };
  await sees(hers, 200);
  await sees(another, 403);
  const again = { case: id, booking, visitor: other.account };
  await house.done('visit.assign', again, house.manager);
  await sees(hers, 403);
  await sees(another, 200);
});

/** Two who may be sent, and have not signed in since. */
async function visitors(): Promise<readonly [Somebody, Somebody]> {
  house.setNow('2026-05-20');
  const two = [await room.worker('visitor'), await room.worker('visitor')] as const;
  for (const { account } of two) await house.qualify(account);
  return two;
}

/** She signs in at this hour: no session lives from one day of the test to the next. */
async function sitting(who: Somebody) {
  const ticket = await room.inAgain(who);
  const token = tokenIn((await room.call(ticket, '/own')).text);
  return {
    get: (path: string) => room.call(ticket, path),
    post: (path: string, fields: Readonly<Record<string, string>>) =>
      room.call(ticket, path, { method: 'POST', body: new URLSearchParams({ token, ...fields }) }),
    api: (row: string, input: object) =>
      room.call(ticket, `/api/${commands.has(row) ? 'do' : 'ask'}/${row}`, {
        method: 'POST',
        body: JSON.stringify({ input }),
        headers: { 'content-type': 'application/json', 'x-token': token },
      }),
  };
}
