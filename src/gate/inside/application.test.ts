import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { GOOD_ANSWERS } from '../../../tests/support/questionnaire.ts';

const ids = randomIds();
const house = await testPlace('2026-05-20');
const { place, person } = house;
const { done, said, answer, refused, openCase } = deskOf(house);
const operator = await person('operator');
const manager = await person('responsible-manager');
const ward = await person('ward-staff');
const clerk = await person('mailing-clerk');

type Shown = {
  readonly state: string;
  readonly case?: string;
  readonly fields: Readonly<Record<string, string>>;
};

const form = 'pre-visit-questionnaire/1';
const register = (id: string, channel = 'web', actor = 'resident') =>
  done('resident.register', { case: id, channel, email: 'hanako@example.jp', confirmed: true }, actor);
const applicant = {
  name: '見本 花子',
  kana: 'みほん はなこ',
  birthDate: '1993-02-03',
  phone: '090-1234-5678',
};

test('she registers and applies; the ward sees her answers only while she consents [CHI-8.16-2, CHI-8.16-9, CHI-8.3-9]', async () => {
  const id = await openCase();
  await register(id);
  const application = ids.fresh('application');
  await done(
    'application.receive',
    { application, case: id, form, channel: 'web', answers: GOOD_ANSWERS },
    'resident',
  );
  const fields = async (row: string, actor: string) =>
    Object.keys((await answer<readonly Shown[]>(row, { application }, actor))[0]?.fields ?? {});
  assert.ok((await fields('application.show', manager)).includes('answers.Q06'));
  assert.ok((await fields('application.show-shared', ward)).includes('answers.Q06'));
  const consent = { case: id, text: 'sharing-with-ward', version: '1', channel: 'phone', on: '2026-05-20' };
  await done('consent.record', { ...consent, answer: 'withdrawn' }, operator);
  assert.deepEqual(await fields('application.show-shared', ward), []);
  assert.ok((await fields('application.show', manager)).includes('answers.Q06'));
});

test('nobody without the right sees answers or applies for her [CHI-8.2-1]', async () => {
  const id = await openCase();
  await register(id, 'phone', operator);
  const application = ids.fresh('application');
  const input = { application, case: id, form, channel: 'phone', answers: GOOD_ANSWERS };
  assert.equal(await said('application.receive', input, clerk), 'denied');
  assert.equal(await said('application.receive', input, ward), 'denied');
  await done('application.receive', input, operator);
  assert.equal(await refused('application.show', { application }, operator), 'denied');
  assert.equal(await refused('application.show', { application }, await person('visitor')), 'denied');
  assert.equal(await refused('application.show-shared', { application }, operator), 'denied');
  assert.equal(await refused('application.queue', {}, ward), 'denied');
});

test('twenty sendings of one woman at once: one application stands [CHI-8.2-1] [INC-26]', async () => {
  const id = await openCase();
  await register(id);
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () =>
      said(
        'application.receive',
        { application: ids.fresh('application'), case: id, form, channel: 'web', answers: GOOD_ANSWERS },
        'resident',
      ),
    ),
  );
  const count = (what: string) => outcomes.filter((one) => one === what).length;
  assert.deepEqual([count('done'), count('already-applied')], [1, 19]);
});

test('without a code she waits in the queue, is matched by a person, and her values move to her case [CHI-8.2-1]', async () => {
  const id = await openCase();
  const other = await openCase({
    values: { identity: { name: '別人 花子', kana: 'ベツジン ハナコ', birthDate: '1990-01-01' } },
  });
  const application = ids.fresh('application');
  await done(
    'application.receive-open',
    { application, form, channel: 'web', answers: GOOD_ANSWERS, applicant },
    'resident',
  );
  type Queue = { left: number; applications: readonly (Shown & { application: string })[] };
  const queue = (input = {}) => answer<Queue>('application.queue', input, operator);
  const alone = await queue({ application });
  assert.deepEqual([alone.left, alone.applications.length], [1, 1]);
  const all = await queue();
  const later = await queue({ skip: 1 });
  assert.deepEqual([later.left, later.applications.length], [all.left, all.applications.length - 1]);
  const waiting = all.applications.find((row) => row.application === application);
  assert.equal(waiting?.fields['applicant.kana'], 'みほん はなこ');
  assert.equal(await said('application.match', { application, case: other }, operator), 'identity-differs');
  const differing = { application, case: other, overrule: 'name-changed' };
  assert.equal(await said('application.match-differing', differing, manager), 'second-person-needed');
  assert.equal(await said('application.match-differing', differing, operator, manager), 'denied');
  await done('application.match', { application, case: id }, operator);
  assert.equal(
    (await queue()).applications.some((row) => row.application === application),
    false,
  );
  const [shown] = await answer<readonly Shown[]>('application.show', { application }, manager);
  assert.deepEqual([shown?.case, shown?.state, shown?.fields['answers.Q06']], [id, 'confirmed', '3']);
  assert.equal(shown?.fields['applicant.kana'], undefined);
  const people = await place.database.reader.rows({
    name: 'test-applicants',
    text: `select 1 from vault where section = 'applicant'`,
  });
  assert.equal(people.length, 0);
});

test('the status of a month counts received, confirmed, pending and cancelled [CHI-8.2-4]', async () => {
  house.setNow('2026-07-01');
  const apply = async (id: string) => {
    const application = ids.fresh('application');
    await done(
      'application.receive',
      { application, case: id, form, channel: 'phone', answers: GOOD_ANSWERS },
      operator,
    );
    return application;
  };
  const cases = await Promise.all([openCase(), openCase(), openCase()]);
  for (const id of cases) await register(id, 'phone', operator);
  const first = await apply(cases[0] ?? '');
  await apply(cases[1] ?? '');
  await done('application.cancel', { application: first, case: cases[0], reason: 'herself' }, operator);
  const open = { form, channel: 'web', answers: GOOD_ANSWERS, applicant };
  await done('application.receive-open', { ...open, application: ids.fresh('application') }, 'resident');
  const refusedOne = ids.fresh('application');
  await done('application.receive-open', { ...open, application: refusedOne }, 'resident');
  await done('application.refuse', { application: refusedOne, reason: 'not-on-list' }, operator);
  assert.deepEqual(await answer('application.status', { month: '2026-07' }, ward), {
    month: '2026-07',
    received: 4,
    confirmed: 1,
    pending: 1,
    cancelled: 1,
    refused: 1,
    byChannel: { phone: 2, web: 2 },
  });
  const june = await answer<{ readonly received: number }>('application.status', { month: '2026-06' }, ward);
  assert.equal(june.received, 0);
});

test('the projections of applications and registrations can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});

test('what was opened for a decision that refused is remembered as well: whose fields, and which [SEC-4-4, B-03]', async () => {
  const id = await openCase();
  const application = ids.fresh('application');
  const input = { application, form, channel: 'phone', answers: GOOD_ANSWERS };
  await done(
    'application.receive-open',
    { ...input, applicant: { ...applicant, kana: 'べつの ひと' } },
    operator,
  );
  assert.notEqual(await said('application.match', { application, case: id }, operator), 'done');
  const entries = await place.database.reader.rows({
    name: 'test-last-refusal',
    text: `select line from access_entry where line like '%"word":"refused"%' order by ord desc limit 1`,
  });
  const entry = JSON.parse(String(entries[0]?.['line'])) as { subjects?: string[]; fields?: string[] };
  assert.deepEqual(entry.subjects, [application, id]);
  assert.ok(entry.fields?.includes('ledger:identity.birthDate'));
});
