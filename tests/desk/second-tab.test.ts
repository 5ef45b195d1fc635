import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskOf } from '../support/desk.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';

const room = await deskRoom();
room.setNow('2026-05-12');
const { openCase } = deskOf(room);
const operator = await room.sitting('operator');
const colleague = await room.sitting('operator');

/** What a window that was left open would send: all that stands hidden in its form. */
async function openTab(who: Sitting, path: string): Promise<Readonly<Record<string, string>>> {
  const { text } = await who.get(path);
  return Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}

async function factsOf(id: string, type: string): Promise<number> {
  const [row] = await room.place.database.reader.rows(
    {
      name: 'second-tab-facts',
      text: `select count(*)::int as many from fact where stream = 'case:' || $1 and line::json ->> 'type' = $2`,
    },
    [id, type],
  );
  return Number(row?.['many']);
}

const phoneOf = async (id: string) =>
  /<dt>電話<\/dt>\s*<dd>([^<]*)/.exec((await operator.get(`/do/case.change-contact?case=${id}`)).text)?.[1];

test('an old tab is told that somebody was quicker, keeps what was typed, and goes through when looked at again [B-17] [INC-07] [THREAT-52]', async () => {
  const id = await openCase();
  const path = `/do/case.change-contact?case=${id}`;
  const old = await openTab(operator, path);
  const quicker = { what: 'phone', value: '09011110001', source: 'phone' };
  assert.equal((await colleague.act(path, quicker)).status, 303);
  const late = { ...old, what: 'phone', value: '09022220002', source: 'phone' };
  const told = await operator.post('/do/case.change-contact', late);
  assert.equal(told.status, 422);
  assert.match(told.text, /ほかの人が内容を変えました/);
  assert.match(told.text, /value="09022220002"/, 'what was typed is still there');
  assert.match(told.text, /09011110001/, 'and what holds by now stands beside it');
  assert.equal(await phoneOf(id), '09011110001', 'nothing was written over');
  assert.equal(await factsOf(id, 'case.contact-changed'), 1);
  const hidden = [...told.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const again = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
  const sent = await operator.post('/do/case.change-contact', { ...late, ...again });
  assert.equal(sent.status, 303, 'who has seen the new content may decide');
  assert.equal(await phoneOf(id), '09022220002');
});

test('of two tabs of one person the second is told as well, and a stop is never late [AMB-38] [INC-10]', async () => {
  const id = await openCase();
  const due = `/do/case.change-due-date?case=${id}`;
  const [one, two] = [await openTab(operator, due), await openTab(operator, due)];
  const stop = await openTab(operator, `/do/case.report-loss?case=${id}`);
  const first = await operator.post('/do/case.change-due-date', {
    ...one,
    to: '2026-08-25',
    source: 'phone',
  });
  assert.equal(first.status, 303);
  const second = await operator.post('/do/case.change-due-date', {
    ...two,
    to: '2026-08-26',
    source: 'phone',
  });
  assert.equal(second.status, 422);
  assert.match(second.text, /ほかの人が内容を変えました/);
  const loss = { ...stop, what: 'loss', on: '2026-05-12', source: 'phone' };
  assert.equal((await operator.post('/do/case.report-loss', loss)).status, 303, 'however old its tab is');
});

test('the same sending, again and at once, is done once; with other words it is refused, by another session too [THREAT-52]', async () => {
  const id = await openCase();
  const path = '/do/case.change-contact';
  const form = await openTab(operator, `${path}?case=${id}`);
  const body = { ...form, what: 'phone', value: '09033330003', source: 'phone' };
  const sent = await Promise.all(Array.from({ length: 6 }, () => operator.post(path, body)));
  assert.deepEqual(
    sent.map(({ status }) => status),
    sent.map(() => 303),
    'each answer says that it is done',
  );
  assert.equal(await factsOf(id, 'case.contact-changed'), 1);
  const other = await operator.post(path, { ...body, value: '09044440004' });
  assert.equal(other.status, 422, 'the mark of a sending is for its own words');
  const thief = await colleague.post(path, { ...body, token: form['token'] ?? '' });
  assert.equal(thief.status, 403, 'a form belongs to its session');
  assert.equal(await phoneOf(id), '09033330003');
  assert.equal(await factsOf(id, 'case.contact-changed'), 1);
});

test('a form sent after the session was left does nothing, and what behaves in the browser is done once as well [SEC-4-6] [THREAT-52]', async () => {
  const id = await openCase();
  const input = { case: id, what: 'phone', source: 'phone', values: { phone: '09055550005' } };
  for (let nth = 0; nth < 3; nth += 1)
    assert.equal((await colleague.do('case.change-contact', input, 'mark-5')).status, 200);
  assert.equal(await factsOf(id, 'case.contact-changed'), 1);
  const form = await openTab(colleague, `/do/case.change-contact?case=${id}`);
  assert.equal((await colleague.post('/sign-out')).status, 303);
  const late = { ...form, what: 'phone', value: '09066660006', source: 'phone' };
  const sent = await colleague.post('/do/case.change-contact', late);
  assert.match(sent.to ?? '', /^\/sign-in/);
  assert.equal(await phoneOf(id), '09055550005');
});
