import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROUTES } from '../../src/apps/desk/routes.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { deskOf } from '../support/desk.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { nextLabel, sheetsOf, womenOnList } from '../support/mailing-table.ts';
import { readPdf } from '../support/read-pdf.ts';
import { PASSWORD } from '../support/sign-in-place.ts';
import { woman } from '../support/ward-women.ts';

const room = await deskRoom();
room.setNow('2026-05-12');
const { done, openCase } = deskOf(room);
const clerk = await room.sitting('mailing-clerk');
const manager = await room.sitting('responsible-manager');
const operator = await room.sitting('operator');
const nurse = await room.sitting('visitor');

const second = (who: Sitting) => ({
  'second-id': who.id,
  'second-password': PASSWORD,
  'second-code': room.code(who.secret),
});
const bare = (text = '') => text.replaceAll(/[\s　]/g, '');

/** A batch of notices for women of a list, fixed by the manager, nothing printed yet. */
async function fixedBatch(from: number, count: number) {
  const cases = await womenOnList(room.place, clerk.account, from, count);
  const begun = await manager.post('/mailing/begin', { kind: 'notice', word: 'reason:agreed-with-ward' });
  const batch = /batch_[a-z0-9-]+/.exec(begun.to ?? '')?.[0] as `batch_${string}`;
  assert.equal((await manager.act(`/do/batch.fix?batch=${batch}`)).status, 303);
  return { cases, batch, page: `/mailing/batches/${batch}` };
}

/** The file of letters as the browser saves it. */
async function letters(who: Sitting, page: string): Promise<readonly string[]> {
  const token = /name="token" value="([^"]+)"/.exec((await who.get('/mailing/begin')).text)?.[1] ?? '';
  const cookie = who
    .cookies()
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const body = new URLSearchParams({ token });
  const sent = await fetch(`${room.origin}${page}/hand-out`, { method: 'POST', body, headers: { cookie } });
  assert.equal(sent.headers.get('content-type'), 'application/pdf');
  return (await readPdf(new Uint8Array(await sent.arrayBuffer()), 1)).map(({ text }) => bare(text));
}

const told = { what: 'loss', on: '2026-05-12', source: 'phone' };

test('one who falls out of the middle of a batch moves nobody: every letter keeps the address of its own name [INC-01] [INC-02] [INC-03]', async () => {
  const numbers = [101, 102, 103, 104, 105];
  const { cases, page } = await fixedBatch(101, numbers.length);
  const fallen = cases[2];
  assert.ok(fallen);
  assert.equal((await operator.do('case.report-loss', { ...told, case: fallen })).status, 200);
  assert.equal((await clerk.post(`${page}/print`)).status, 303);
  const pages = await letters(clerk, page);
  const women = numbers.map((number) => woman(number));
  const printed = pages.map((text) => women.filter((one) => text.includes(bare(one['氏名']))));
  assert.equal(printed.flat().length, numbers.length - 1, 'each letter has one name, and one woman has none');
  for (const [at, [of]] of printed.entries()) {
    assert.ok(of);
    const [, street] = /区(.+)$/.exec(bare(of['住所'])) ?? [];
    assert.ok(street && pages[at]?.includes(street), 'the address of the same woman');
    for (const other of women)
      if (other !== of) assert.ok(!pages[at]?.includes(bare(other['氏名'])), 'and of no other');
  }
  const begun = await manager.post('/mailing/begin', { kind: 'notice', word: 'reason:agreed-with-ward' });
  assert.equal(begun.status, 422, 'a second batch of the month finds nobody to send to again');
});

test('a batch that went is not sent again: of the women of the month nobody is due, whoever presses [INC-04]', async () => {
  const { page, batch } = await fixedBatch(111, 1);
  assert.equal((await clerk.post(`${page}/print`)).status, 303);
  assert.equal((await clerk.post(`${page}/hand-out`)).status, 200);
  assert.equal((await clerk.post(`${page}/hand-out`)).status, 422, 'the same pages are not handed out again');
  for (const who of [clerk, manager]) {
    for (const kind of ['notice', 'resend', 'reissue']) {
      const begun = await who.post('/mailing/begin', { kind, word: 'reason:agreed-with-ward' });
      assert.equal(begun.status, 422, `${kind}: nobody is due`);
    }
    const [sheet] = await sheetsOf(room.place, batch);
    const again = { ...sheet, batch, template: 'notice-1', token: undefined, living: undefined };
    assert.notEqual((await who.do('piece.print', again)).status, 200, 'no second copy of a letter in hand');
  }
});

test('a batch of one is compared by two like any other, and nothing goes past it [INC-09]', async () => {
  const { page, batch } = await fixedBatch(121, 1);
  await clerk.post(`${page}/print`);
  await clerk.post(`${page}/hand-out`);
  assert.equal((await manager.act(`/do/batch.release?batch=${batch}`, second(clerk))).status, 422);
  assert.equal((await clerk.post(`${page}/post`, { service: 'specified-record' })).status, 422);
  const none = { sampled: '0', differing: '0', ...second(manager) };
  assert.equal((await clerk.act(`/do/batch.sample?batch=${batch}`, none)).status, 422, 'none is not enough');
});

test('a protection that begins after printing stops her letter at the table and at the post, for every role and field [INC-12]', async () => {
  const { cases, page, batch } = await fixedBatch(131, 2);
  await clerk.post(`${page}/print`);
  await clerk.post(`${page}/hand-out`);
  const sample = { sampled: '2', differing: '0', ...second(manager) };
  assert.equal((await clerk.act(`/do/batch.sample?batch=${batch}`, sample)).status, 303);
  assert.equal((await manager.act(`/do/batch.release?batch=${batch}`, second(clerk))).status, 303);
  const [guarded] = cases;
  await done('case.start-protection', { case: guarded, ref: 'w-1' }, manager.account);
  const sheet = (await sheetsOf(room.place, batch)).find(({ case: id }) => id === guarded);
  assert.ok(sheet);
  for (const who of [clerk, manager]) {
    const scanned = await who.post(`${page}/enclosing`, { scan: sheet.token, force: 'yes', sure: 'yes' });
    assert.match(scanned.text, /data-outcome="stop"/);
    const past = {
      batch,
      piece: sheet.piece,
      case: guarded,
      service: 'specified-record',
      tracking: nextLabel(),
    };
    for (const more of [{}, { force: true }, { override: 'manager' }])
      assert.notEqual((await who.do('piece.post', { ...past, ...more })).status, 200);
  }
  const shown = await clerk.get(page);
  assert.match(shown.text, /次にすること: 抜き取り・刷り直しを記録する/);
  assert.doesNotMatch(shown.text, /name="(force|override|ignore|sure)"/);
});

const HOME = {
  postcode: '102-0074',
  address: '東京都千代田区九段南九丁目八番七号',
  building: '見本荘七七七',
};
const PLACE = /九段南九丁目|九段南9|見本荘七七七/;

/** A woman with a visit of the nurse, and a place that no other one has. */
async function visited(time: string, day = '2026-05-13') {
  const id = await openCase({ values: { address: HOME } });
  const booking = { case: id, slot: slotId(date(day), time), mode: 'visit', requestedBy: 'herself' };
  const [fact] = await done('booking.make', booking, operator.account);
  assert.ok(fact?.type === 'booking.made');
  const given = { case: id, booking: fact.booking, visitor: nurse.account };
  await done('visit.assign', given, manager.account);
  return id;
}

/** Every page and form of the desk that she can be on, as somebody with a role gets it. */
async function pagesAbout(id: string, who: Sitting): Promise<readonly (readonly [string, string])[]> {
  const addresses = ROUTES.flatMap((route) => {
    if (route.kind === 'screen') {
      const path = route.path.replace(':case', id);
      return path.includes(':') ? [] : [`${path}?date=2026-05-13&from=2026-05-13`];
    }
    return route.kind === 'act' && route.given.join() === 'case' ? [`/do/${route.name}?case=${id}`] : [];
  });
  const found: (readonly [string, string])[] = [];
  while (addresses.length > 0) {
    const some = addresses.splice(0, 8);
    const seen = await Promise.all(some.map((path) => who.get(path)));
    for (const [at, { status, text, headers }] of seen.entries()) {
      if (status !== 200) continue;
      const path = some[at]?.split('?')[0] ?? '';
      assert.match(headers.get('content-type') ?? '', /^text\/html/, `${path} is a page and no file`);
      found.push([path, text]);
    }
  }
  const search = await who.post('/search', { words: 'ミホン' });
  return [...found, ['/search', search.text]];
}

test('the place of a protected woman is on no page, form, sheet or list of anybody, no page hands out people as a file, and none asks to whom a mail goes [INC-13] [INC-22] [INC-24]', async () => {
  const licence = { account: nurse.account, licence: 'nurse', number: '第12345号', checkedOn: '2026-04-01' };
  await done('visitor.qualify', licence, manager.account);
  for (const topic of chiyodaVisit.rules.visits.trainingTopics) {
    const training = { account: nurse.account, topic, on: '2026-04-01', material: 'v1' };
    await done('visitor.train', training, manager.account);
  }
  await done('booking.open-day', { date: '2026-05-13', visitors: 2, outside: 0 }, manager.account);
  const id = await visited('10:00');
  const sheet = await nurse.get('/bookings/sheet?date=2026-05-13');
  assert.match(sheet.text, PLACE, 'of any other woman the visitor finds the place on her sheet');
  assert.match((await operator.get(`/cases/${id}`)).text, PLACE);
  await done('case.start-protection', { case: id, ref: 'w-2' }, manager.account);
  await done(
    'case.name-mail-way',
    { case: id, way: 'registered', ref: 'w-3' },
    manager.account,
    operator.account,
  );
  for (const who of [operator, clerk, nurse, manager, await room.sitting('auditor')]) {
    const pages = await pagesAbout(id, who);
    assert.deepEqual(
      pages.filter(([, text]) => PLACE.test(text)).map(([path]) => path),
      [],
    );
    // INC-22: nobody can put one address beside another.
    const several = /name="(cc|bcc|recipients?|addressees?|subject)"|type="email"|href="mailto:/i;
    assert.deepEqual(
      pages.filter(([, text]) => several.test(text)).map(([path]) => path),
      [],
    );
  }
});

test('the form for a new place shows whose it is and what holds, wants the ward’s word and a second person [INC-07] [INC-08]', async () => {
  const identity = { name: '見本 双葉', kana: 'ミホン フタバ', birthDate: '1991-01-01' };
  const meant = await openCase({ values: { identity, address: HOME } });
  await openCase({ values: { identity: { ...identity, birthDate: '1996-06-06' } } });
  const path = `/do/case.change-contact-by-ward?case=${meant}`;
  const form = await manager.get(path);
  assert.match(form.text, /見本 双葉[\s\S]*1991年1月1日[^<]*生[\s\S]*同姓同名の方がいます[\s\S]*今の登録/);
  assert.match(form.text, PLACE);
  assert.equal((await operator.get(path)).status, 403, 'a word of the ward is not the operator’s to enter');
  const place = { what: 'mail-address', postcode: '102-0082', address: '東京都千代田区一番町1-1' };
  for (const beside of [{}, second(manager), second(clerk)]) {
    const alone = await manager.act(path, { ...place, ...beside });
    assert.equal(alone.status, 422);
    assert.match(alone.text, /value="東京都千代田区一番町1-1"/, 'what was typed stays');
  }
  assert.notEqual((await manager.do('case.change-contact-by-ward', { case: meant })).status, 200);
  assert.equal((await manager.act(path, { ...place, ...second(operator) })).status, 303);
  for (const kind of ['mail-address', 'name', 'correction']) {
    const input = { case: meant, what: kind, source: 'phone', values: { address: 'x' } };
    assert.notEqual(
      (await operator.do('case.change-contact', input)).status,
      200,
      'her own word is not enough',
    );
  }
});
