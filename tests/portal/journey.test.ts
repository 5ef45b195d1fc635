import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outsideWomen } from '../support/outside-place.ts';
import { portalPlace, type Fields, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const women = await outsideWomen(place.outside);

export const PAGES: readonly (readonly [string, Fields])[] = [
  ['/contact', { phone: '090-0000-0000', 'phone-again': '09000000000' }],
  ['/consent', { consent: 'given' }],
  [
    '/questions/1',
    {
      'Q01-year': '2026',
      'Q01-month': '8',
      'Q01-day': '20',
      'Q01-changed': 'no',
      'Q02-checkups': 'yes',
      'Q02-place': 'yes',
      Q03: ['swelling', 'sleep'],
      Q05: 'yes',
      'Q05-multiples': '1',
    },
  ],
  [
    '/questions/2',
    { Q04: 'glad', 'Q04-low': 'no', 'Q04-interest': 'no', Q06: '2', Q07: 'partner', 'Q07-satogaeri': 'no' },
  ],
  ['/questions/3', { Q09: 'none', Q11: 'none', Q13: 'none', 'Q13-words': '猫がいます' }],
  ['/alone', { Q08: 'no' }],
  ['/place', { talk: 'home', package: 'registered' }],
];

/** From the first page to the free times; gives how many pages were seen. */
async function toTheTimes(visitor: Visitor): Promise<number> {
  let screens = 2;
  await visitor.get('/contact');
  for (const [path, fields] of PAGES) {
    const seen = await visitor.follow(visitor.post(path, fields));
    screens += 1;
    assert.equal(seen.status, 200, `${path} -> ${seen.path}`);
    assert.notEqual(seen.path.split('?')[0], path, `${path} did not let through`);
  }
  return screens;
}

test('from the scanned code to the receipt there are at most twelve screens [CHI-8.16-2, CHI-8.16-9]', async () => {
  const visitor = place.visitor();
  const first = await visitor.enter(women.fresh);
  assert.equal(first.path, '/about');
  let screens = 1 + (await toTheTimes(visitor));
  const times = await visitor.get('/times');
  screens += 0;
  const [slot = ''] = /slot_2026-06-1[0-9]-\d{4}/.exec(times.text) ?? [];
  const check = await visitor.follow(visitor.post('/times', { slot }));
  assert.equal(check.path, '/check');
  assert.match(check.text, /むくみ/);
  assert.doesNotMatch(check.text, /家の中で/);
  const done = await visitor.follow(visitor.post('/check'));
  assert.equal(done.path, '/done');
  assert.ok(screens + 2 <= 12, `${screens + 2} screens`);
  assert.match(done.text, /受付番号/);
  const calendar = await visitor.get('/calendar.ics');
  assert.match(calendar.text, /SUMMARY:予定\r\n/);
  assert.doesNotMatch(calendar.text, /訪問|妊|LOCATION|DESCRIPTION/);

  const arrived = await place.outside.arrived();
  const messages = arrived.map(({ message }) => message);
  assert.deepEqual(
    messages.map(({ kind }) => kind),
    ['contact', 'apply'],
  );
  const apply = messages.find((message) => message.kind === 'apply');
  assert.ok(apply?.kind === 'apply');
  assert.equal(apply.booking?.slot, slot);
  assert.deepEqual(apply.answers['Q03'], ['swelling', 'sleep']);
  assert.equal(apply.answers['Q08'], 'no');
  assert.equal(apply.answers['C01'], 'given');

  const home = await visitor.get('/home');
  assert.doesNotMatch(home.text, /むくみ|猫/);
});
