import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { usualOpening } from '../../../tests/support/usual-opening.ts';

const ids = randomIds();
const { place, person } = await testPlace('2026-06-10');
const manager = await person('responsible-manager');
const operator = await person('operator');
const clerk = await person('mailing-clerk');
const visitor = await person('visitor');
const ward = await person('ward-staff');

async function openCase(due = '2026-08-20'): Promise<`case_${string}`> {
  const id = ids.fresh('case');
  const input = {
    case: id,
    person: ids.fresh('person'),
    opening: usualOpening({ due }),
    values: [
      { section: 'identity', value: { name: '見本 花子', kana: 'ミホン ハナコ', birthDate: '1995-05-05' } },
    ],
  };
  const done = await place.execute([{ row: 'case.open', input }], { actor: 'system:intake' });
  assert.ok(done.ok);
  return id;
}

async function give(row: string, input: object, actor: string, second?: string): Promise<string> {
  const done = await place.execute([{ row, input }], { actor, ...(second ? { second } : {}) });
  return done.ok ? done.value.facts.map(({ type }) => type).join(' ') : done.error.refused;
}

async function asked(question: string, input: object, actor: string): Promise<string> {
  const answer = await place.ask(question, input, { actor });
  return answer.ok ? JSON.stringify(answer.value) : answer.error.refused;
}

test('the mailing clerk may stop for a loss; only the ward and two people may undo it [CHI-8.14-5] [INC-10]', async () => {
  const id = await openCase();
  const loss = { case: id, what: 'loss', on: '2026-06-10', source: 'phone' };
  assert.equal(await give('case.report-loss', loss, visitor), 'denied');
  assert.equal(await give('case.report-loss', loss, clerk), 'case.loss-reported urgent.raised');
  assert.equal(await give('case.report-loss', loss, operator), '');
  const stopped = await asked('case.list', { stop: 'loss' }, operator);
  assert.ok(stopped.includes(id));

  const timeline: readonly { fact: string; type: string }[] = JSON.parse(
    await asked('case.timeline', { case: id }, manager),
  );
  const of = timeline.find(({ type }) => type === 'case.loss-reported')?.fact;
  const lift = { case: id, of, by: 'ward', ref: 'w-1' };
  assert.equal(await give('case.lift-stop', lift, operator, manager), 'denied');
  assert.equal(await give('case.lift-stop', lift, ward), 'second-person-needed');
  assert.equal(await give('case.lift-stop', lift, ward, ward), 'second-person-needed');
  assert.equal(await give('case.lift-stop', lift, ward, clerk), 'second-person-needed');
  assert.equal(await give('case.lift-stop', lift, ward, manager), 'case.stop-lifted');
  assert.ok(!(await asked('case.list', { stop: 'loss' }, operator)).includes(id));
});

test('of many who report the same loss at once one raises the alarm [CHI-8.14-5]', async () => {
  const id = await openCase();
  const loss = { case: id, what: 'loss', on: '2026-06-10', source: 'phone' };
  const given = await Promise.all(
    [operator, clerk, manager, ward, operator, clerk].map((actor) => give('case.report-loss', loss, actor)),
  );
  assert.deepEqual(
    given.filter((types) => types !== ''),
    ['case.loss-reported urgent.raised'],
  );
});

test('protection ends with a second person only, the way of mail is the word of the ward and two [CHI-8.8-2, AMB-56] [INC-08] [INC-11]', async () => {
  const id = await openCase();
  const word = { case: id, ref: 'w-2' };
  assert.equal(await give('case.start-protection', word, operator), 'denied');
  assert.equal(await give('case.start-protection', word, ward), 'case.protection-changed');
  assert.equal(await give('case.name-mail-way', { ...word, way: 'ward' }, operator), 'denied');
  assert.equal(
    await give('case.name-mail-way', { ...word, way: 'designated' }, ward, manager),
    'designated-address-missing',
  );
  assert.equal(await give('case.name-mail-way', { ...word, way: 'ward' }, ward), 'second-person-needed');
  assert.equal(
    await give('case.name-mail-way', { ...word, way: 'ward' }, ward, operator),
    'case.mail-way-named',
  );
  assert.equal(await give('case.end-protection', word, manager), 'second-person-needed');
  assert.equal(await give('case.end-protection', word, manager, ward), 'case.protection-changed');
});

test('an operator pauses and resumes for her, after three points [CHI-8.14-7]', async () => {
  const id = await openCase();
  const pause = { case: id, reason: 'hospital', until: '2026-07-01', by: 'herself', channel: 'phone' };
  assert.equal(await give('case.pause', pause, clerk), 'denied');
  assert.equal(await give('case.pause', pause, operator), 'case.paused');
  assert.ok((await asked('case.list', { stop: 'pause' }, operator)).includes(id));
  const resume = { case: id, by: 'herself', channel: 'phone' };
  assert.equal(await give('case.resume', resume, operator), 'identity-needed');
  assert.equal(await give('case.resume', { ...resume, identity: 'three-points' }, operator), 'case.resumed');
});

test('who is stopped stands among the stopped and says so, and nobody else does [CHI-8.14-5, CHI-8.14-7]', async () => {
  const [usual, paused] = [await openCase(), await openCase()];
  const pause = { case: paused, reason: 'hospital', until: '2026-07-01', by: 'herself', channel: 'phone' };
  assert.equal(await give('case.pause', pause, operator), 'case.paused');
  const stopped = await asked('case.list', { state: 'stopped', limit: 500 }, operator);
  assert.deepEqual([stopped.includes(paused), stopped.includes(usual)], [true, false]);
  const shown = async (id: string) =>
    JSON.parse(await asked('case.show', { case: id }, operator)) as readonly { readonly stopped: boolean }[];
  assert.deepEqual([(await shown(paused))[0]?.stopped, (await shown(usual))[0]?.stopped], [true, false]);
});

test('cases are listed by the month of the 8th month, and explained condition by condition [CHI-4-1]', async () => {
  const id = await openCase('2027-07-24');
  assert.ok((await asked('case.list', { month: '2027-05' }, operator)).includes(id));
  assert.ok(!(await asked('case.list', { month: '2027-04' }, operator)).includes(id));
  const explained: {
    mailing: { eligible: boolean; conditions: { code: string; result: string }[] };
    visit: { eligible: boolean };
  }[] = JSON.parse(await asked('case.eligibility', { case: id }, ward));
  assert.equal(explained[0]?.mailing.eligible, false);
  assert.deepEqual(
    explained[0]?.mailing.conditions.filter(({ result }) => result === 'unmet').map(({ code }) => code),
    ['month-8-window'],
  );
  assert.equal(await asked('case.eligibility', { case: id }, clerk), 'denied');
  assert.equal(await asked('case.timeline', { case: id }, visitor), 'denied');
});

test('the ward designates, proposals wait for its word, and matters show in the timeline [CHI-4.4-1, CHI-5-7]', async () => {
  const id = await openCase('2027-09-01');
  assert.equal(await give('case.designate', { case: id, scope: ['visit'], ref: 'w-3' }, operator), 'denied');
  assert.equal(
    await give('case.designate', { case: id, scope: ['visit'], ref: 'w-3' }, ward),
    'case.designated',
  );
  const propose = { case: id, to: true, source: 'questionnaire' };
  assert.equal(await give('case.propose-follow-up', propose, manager), 'case.follow-up-proposed');
  assert.ok((await asked('case.list', { state: 'follow-up-proposed' }, ward)).includes(id));
  const word = { case: id, to: true, ref: 'w-4', on: '2026-06-09' };
  assert.equal(await give('case.decide-follow-up', word, operator), 'denied');
  assert.equal(await give('case.decide-follow-up', word, ward), 'case.follow-up-decided');

  const matter = ids.fresh('matter');
  const ask = { matter, case: id, about: 'follow-up', channel: 'phone', by: 'health-centre', ref: 'call-1' };
  assert.equal(await give('ward.ask', { ...ask, words: '見本の照会' }, clerk), 'denied');
  assert.equal(await give('ward.ask', { ...ask, words: '見本の照会' }, operator), 'ward.asked');
  assert.ok((await asked('ward.matters', {}, operator)).includes(matter));
  const answer = { matter, answer: 'yes', channel: 'phone', by: 'health-centre', ref: 'call-2' };
  assert.equal(await give('ward.record-answer', answer, ward), 'ward.answered');
  assert.ok(!(await asked('ward.matters', {}, operator)).includes(matter));
  const timeline = await asked('case.timeline', { case: id }, operator);
  assert.match(timeline, /区から回答がありました/);
});

test('a move out is told by one of the desk, where she goes by two, the word of the ward by the ward and two [CHI-8.14-6] [INC-07]', async () => {
  const id = await openCase();
  const out = { case: id, on: '2026-07-01', source: 'phone' };
  assert.equal(await give('case.move-out', out, clerk), 'denied');
  assert.equal(await give('case.move-out', { ...out, source: 'ward' }, operator), 'not-understood');
  assert.equal(await give('case.move-out', out, operator), 'case.moved');
  const back = { ...out, kind: 'back', source: 'ward' };
  assert.equal(await give('case.move-by-ward', back, ward), 'second-person-needed');
  assert.equal(await give('case.move-by-ward', back, ward, manager), 'case.moved');
  const home = { postcode: '102-0074', address: '東京都千代田区九段南1-2-1' };
  const elsewhere = { case: id, what: 'mail-address', source: 'ward', values: home };
  assert.equal(await give('case.change-contact-by-ward', elsewhere, manager), 'second-person-needed');
  assert.equal(
    await give('case.change-contact-by-ward', elsewhere, manager, manager),
    'second-person-needed',
  );
  assert.equal(await give('case.change-contact-by-ward', elsewhere, manager, ward), 'case.contact-changed');
  const phone = { case: id, what: 'phone', source: 'phone', values: { phone: '0300000000' } };
  assert.equal(await give('case.change-contact', phone, operator), 'case.contact-changed');
  const shown = await asked('case.show', { case: id }, operator);
  assert.match(shown, /0300000000/);
  assert.deepEqual(
    (await checkProjections(place.database, place.parts.projections, place.parts.rules)).differences,
    [],
  );
});
