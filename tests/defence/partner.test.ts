import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/portal/routes.ts';
import { toTheTimes } from '../support/portal-pages.ts';
import { portalPlace, type Visitor } from '../support/portal-place.ts';

const place = await portalPlace('2026-06-10');
const { outside } = place;
await outside.giveSeats('2026-06-12', '09:00', 9);

/** Every page that the link shows, in each language. */
async function everyPage(who: Visitor): Promise<string> {
  const texts: string[] = [];
  for (const language of ['en', 'ja']) {
    await who.get(`/language/${language}?to=/`);
    for (const { method, path } of ROUTES) {
      if (method !== 'GET' || path.startsWith('/q/') || path.startsWith('/language/')) continue;
      for (const what of path.includes(':')
        ? ['1', '2', '3', 'pause', 'contact', 'moved', 'question', 'withdraw', 'move-booking']
        : ['']) {
        const { text, to } = await who.get(path.replace(/:\w+/, what));
        texts.push(text, to ?? '');
      }
    }
  }
  return texts.join('\n');
}

test('a partner with the letter and the birthday sees date, time and kind, and nothing that she has told [THREAT-16, CHI-8.16-2] [INC-21]', async () => {
  const woman = await outside.woman();
  const she = place.visitor();
  await she.enter(woman);
  await toTheTimes(she);
  await she.get('/alone');
  await she.post('/alone', { Q08: 'yes' });
  await she.get('/times');
  await she.post('/times', { slot: 'slot_2026-06-12-0900' });
  const check = await she.get('/check');
  assert.match(check.text, /むくみ|猫がいます/, 'before sending she may look at her own answers');
  assert.equal((await she.post('/check')).status, 303);

  const partner = place.visitor();
  await partner.enter(woman);
  const seen = await everyPage(partner);
  assert.match(seen, /6月12日|12 June|June 12/);
  for (const secret of [
    'むくみ',
    '猫',
    '2026-08-20',
    'Swollen',
    'name="Q08" value="yes" checked',
    woman.locator,
  ]) {
    assert.ok(!seen.includes(secret), secret);
  }
  assert.doesNotMatch(seen, /<(input|textarea)[^>]*type="(?:text|tel|email)"[^>]*value="[^"]+"/);
  const own = outside.openSession(woman);
  assert.deepEqual((await own).own.answers, {}, 'what was sent is not kept outside');
});

test('a finder of the letter learns that it is there and nothing of her, however often she guesses at the birthday [THREAT-15, AMB-44]', async () => {
  const woman = await outside.woman({ registered: true, answered: true });
  const finder = place.visitor();
  await finder.follow(finder.get(`/q/${woman.code}`));
  const pages = [
    await finder.get('/birthday'),
    await finder.get('/stop'),
    await finder.get('/'),
    await finder.get('/home'),
  ];
  for (const day of ['1', '2', '4', '5', '6', '7', '8']) {
    await finder.get('/birthday');
    pages.push(
      await finder.post('/birthday', { 'birthday-year': '1994', 'birthday-month': '2', 'birthday-day': day }),
    );
  }
  assert.deepEqual(
    pages.slice(4).map(({ status }) => status),
    [422, 422, 422, 422, 422, 429, 429],
  );
  for (const { text, title } of pages) {
    const told = /.{6}(妊|出産|赤ちゃん|6月|2026-08).{6}/.exec(`${title} ${text}`);
    assert.equal(told?.[0], undefined);
  }
});
