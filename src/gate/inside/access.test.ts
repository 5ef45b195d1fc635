import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountId } from '../../domain/basics/ids.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const world = await testPlace('2026-05-01');
const { place, person, setNow } = world;
const manager = await person('responsible-manager');
const supervisor = await person('work-supervisor');
const administrator = await person('administrator');
const secondAdministrator = await person('administrator');
const approver = await person('access-approver');
const ward = await person('ward-staff');
const auditor = await person('auditor');
const operator = await person('operator');

type Outcome = string;

async function act(actor: string, row: string, input: object, second?: string): Promise<Outcome> {
  const done = await place.execute([{ row, input }], { actor, ...(second ? { second } : {}) });
  return done.ok ? 'done' : done.error.refused;
}

async function registered(holder: string, changes: object = {}): Promise<AccountId> {
  const account = ids.fresh('account');
  const input = { account, holder, name: '見本 しごと', side: 'contractor', ...changes };
  assert.equal(await act(supervisor, 'worker.register', input), 'done');
  return account;
}

async function prepared(holder: string): Promise<AccountId> {
  const account = await registered(holder);
  const told = { account, ref: 'notice-1', submittedOn: '2026-04-20', effectiveFrom: '2026-04-27' };
  assert.equal(await act(supervisor, 'worker.notify', told), 'done');
  const topics = ['protection', 'awareness', 'duties', 'penalties'];
  const taught = { account, topics, on: '2026-04-22', material: 'training/1' };
  assert.equal(await act(supervisor, 'worker.teach', taught), 'done');
  const day = '2026-04-22';
  const signed = { account, signedOn: day, copyConsentOn: day, copySubmittedOn: day };
  assert.equal(await act(supervisor, 'worker.pledge', signed), 'done');
  assert.equal(await act(administrator, 'account.open', { account }), 'done');
  return account;
}

async function asked(account: AccountId, role: RoleName, until = '2026-12-31'): Promise<object> {
  const request = ids.fresh('request');
  const wish = { account, request, role, purpose: 'calls', until };
  assert.equal(await act(supervisor, 'access.request', wish), 'done');
  return { account, request, role, until };
}

async function granted(account: AccountId, role: RoleName, until?: string): Promise<void> {
  const grant = await asked(account, role, until);
  assert.equal(await approve(grant), 'done');
  assert.equal(await act(administrator, 'access.grant', grant), 'done');
}

function approve(grant: object, by: string = approver): Promise<Outcome> {
  const { account, request } = grant as { account: string; request: string };
  return act(by, 'access.judge', { account, request, answer: 'approved' });
}

test('a right goes from request through approval to its grant, and its end is its end [SEC-6-2, SEC-6-3, SEC-6-4]', async () => {
  const worker = await prepared('p-100');
  const ask = () => place.ask('access.requests', {}, { actor: worker });
  assert.ok(!(await ask()).ok);
  const grant = await asked(worker, 'work-supervisor', '2026-06-30');
  assert.equal(await act(administrator, 'access.grant', grant), 'request-not-open');
  assert.equal(await approve(grant), 'done');
  const more = { ...grant, until: '2026-12-31' };
  assert.equal(await act(administrator, 'access.grant', more), 'not-as-approved');
  assert.equal(await act(administrator, 'access.grant', grant), 'done');
  assert.ok((await ask()).ok);
  setNow('2026-07-01');
  assert.ok(!(await ask()).ok);
  setNow('2026-05-01');
});

test('the account of a worker not notified, taught or pledged does not open [PII-3-1, PII-5-1, PII-6-2] [INC-24]', async () => {
  const account = await registered('p-110');
  const opened = await place.execute([{ row: 'account.open', input: { account } }], { actor: administrator });
  assert.ok(!opened.ok);
  assert.deepEqual(opened.error, {
    refused: 'worker-not-ready',
    row: 'account.open',
    lacks: [
      'notice',
      'training:protection',
      'training:awareness',
      'training:duties',
      'training:penalties',
      'pledge',
      'pledge-copy-consent',
      'pledge-copy',
    ],
  });
});

test('a second ID for a person is refused until she has left [SEC-4-1, SEC-4-9, CHI-12-4]', async () => {
  const account = await prepared('p-120');
  const twin = { account: ids.fresh('account'), holder: 'p-120', name: '見本 しごと', side: 'contractor' };
  assert.equal(await act(supervisor, 'worker.register', twin), 'taken');
  assert.equal(await act(administrator, 'account.disable', { account, reason: 'suspicion' }), 'done');
  assert.equal(await act(supervisor, 'worker.register', twin), 'taken');
  const leaving = { account, on: '2026-05-01' };
  assert.equal(await act(administrator, 'account.leave', leaving), 'not-understood');
  const whole = { ...leaving, entryCard: '2026-05-01', reminderSignedOn: '2026-05-01' };
  assert.equal(await act(administrator, 'account.leave', whole), 'done');
  assert.equal(await act(supervisor, 'worker.register', twin), 'done');
});

test('nobody approves or grants her own request, and nobody does two of the three steps [SEC-6-3, AMB-40]', async () => {
  const worker = await prepared('p-130');
  await granted(worker, 'access-approver');
  const own = await asked(worker, 'operator');
  assert.equal(await approve(own, worker), 'own-request');
  assert.equal(await approve(own, supervisor), 'denied');
  const both = await prepared('p-131');
  await granted(both, 'work-supervisor');
  await granted(both, 'access-approver');
  const request = ids.fresh('request');
  const wish = { account: worker, request, role: 'mailing-clerk', purpose: 'mail', until: '2026-12-31' };
  assert.equal(await act(both, 'access.request', wish), 'done');
  assert.equal(await approve(wish, both), 'own-request');
});

test('administration and case work never meet in one person [SEC-4-2]', async () => {
  const worker = await prepared('p-140');
  await granted(worker, 'operator');
  const grant = await asked(worker, 'administrator');
  assert.equal(await approve(grant), 'done');
  assert.equal(await act(administrator, 'access.grant', grant), 'roles-never-together');
});

test('two administrators who set up the same right at once: one does, one is told [SEC-6-4]', async () => {
  const worker = await prepared('p-150');
  const grant = await asked(worker, 'operator');
  assert.equal(await approve(grant), 'done');
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, (_, nth) =>
      act(nth % 2 === 0 ? administrator : secondAdministrator, 'access.grant', grant),
    ),
  );
  assert.equal(outcomes.filter((outcome) => outcome === 'done').length, 1);
  assert.equal(outcomes.filter((outcome) => outcome === 'request-not-open').length, 9);
});

test('a withdrawal acts on the very next command, question and repetition [SEC-4-8, SEC-6-4]', async () => {
  const worker = await prepared('p-160');
  await granted(worker, 'work-supervisor');
  const input = { account: await registered('p-161'), topics: ['duties'], on: '2026-04-30', material: 'm' };
  const teach = () => place.execute([{ row: 'worker.teach', input }], { actor: worker, key: 'teach-once' });
  assert.ok((await teach()).ok);
  const end = { account: worker, role: 'work-supervisor', reason: 'other-task' };
  assert.equal(await act(approver, 'access.withdraw', end), 'done');
  const again = await teach();
  assert.ok(!again.ok && again.error.refused === 'denied');
  assert.equal(await act(worker, 'worker.teach', input), 'denied');
  assert.ok(!(await place.ask('worker.list', {}, { actor: worker })).ok);
});

test('the last responsible manager stays; her deputy follows her at once [CHI-6.1-1]', async () => {
  const end = { account: manager, role: 'responsible-manager', reason: 'leave' };
  assert.equal(await act(administrator, 'access.withdraw', end), 'last-responsible-manager');
  assert.equal(
    await act(administrator, 'account.disable', { account: manager, reason: 'x' }),
    'last-responsible-manager',
  );
  const deputy = await prepared('p-170');
  await granted(deputy, 'responsible-manager');
  const demand = { account: manager, by: deputy, ref: 'ward-7' };
  assert.equal(
    await act(administrator, 'worker.replace', { ...demand, by: operator }),
    'successor-lacks-right',
  );
  assert.equal(await act(administrator, 'worker.replace', demand), 'done');
  assert.ok(!(await place.ask('access.visits-left', {}, { actor: manager })).ok);
  assert.ok((await place.ask('access.visits-left', {}, { actor: deputy })).ok);
  const same = { account: deputy, role: 'responsible-manager', reason: 'leave' };
  assert.equal(await act(administrator, 'access.withdraw', same), 'last-responsible-manager');
});

test('a change of staff opens one review, due on the next business day, closed with eight things [SEC-6-7, SEC-6-8]', async () => {
  setNow('2026-05-08');
  const read = async () => {
    const found = await place.ask('access.reviews', {}, { actor: auditor });
    assert.ok(found.ok);
    return found.value as readonly {
      review: string;
      dueBy: string;
      overdue: boolean;
      closed: object | null;
    }[];
  };
  const close = (review: string) => {
    const record = {
      review,
      doneOn: '2026-05-08',
      system: 'mimamori',
      documents: ['id-register', 'worker-register'],
      unfit: [{ account: operator, correction: 'right-withdrawn', reason: 'other-task' }],
    };
    return act(administrator, 'access.review', record, approver);
  };
  for (const { review, closed } of await read()) if (!closed) assert.equal(await close(review), 'done');
  await prepared('p-180');
  await prepared('p-181');
  const [open, next] = await read();
  assert.ok(open && next && !open.closed && next.closed);
  assert.equal(open.dueBy, '2026-05-11');
  setNow('2026-05-12');
  assert.equal((await read())[0]?.overdue, true);
  const blank = { review: open.review, doneOn: '2026-05-12', system: 'mimamori', unfit: [] };
  assert.equal(await act(administrator, 'access.review', blank, approver), 'not-understood');
  const alone = { ...blank, documents: ['id-register'] };
  assert.equal(await act(administrator, 'access.review', alone), 'second-person-needed');
  assert.equal(await act(administrator, 'access.review', alone, approver), 'done');
  const closed = (await read()).find((one) => one.review === open.review)?.closed;
  assert.deepEqual(closed, {
    doneOn: '2026-05-12',
    reviewer: administrator,
    system: 'mimamori',
    documents: 'id-register',
    unfit: '',
    approver,
  });
  setNow('2026-05-01');
});

test('the ID register shows every ID with its history, people of the ward by function [SEC-4-7, CHI-15.2-1]', async () => {
  const worker = await prepared('p-190');
  await granted(worker, 'operator');
  await act(administrator, 'access.withdraw', { account: worker, role: 'operator', reason: 'other-task' });
  const read = async (actor: string) => {
    const found = await place.ask('access.table', {}, { actor });
    assert.ok(found.ok);
    return found.value as readonly {
      account: string;
      shownAs: string;
      history: readonly { what: string; by: string }[];
    }[];
  };
  const seen = await read(administrator);
  const line = seen.find((one) => one.account === worker);
  assert.deepEqual(
    line?.history.map(({ what }) => what),
    ['registered', 'opened', 'granted', 'withdrawn'],
  );
  assert.equal(line?.history[2]?.by, administrator);
  assert.equal(line?.shownAs, '見本 しごと');
  assert.equal(seen.find((one) => one.account === ward)?.shownAs, 'ward-staff');
  const byWard = await read(ward);
  assert.notEqual(byWard.find((one) => one.account === ward)?.shownAs, 'ward-staff');
});

test('only the ward enters and applies for its own people [CHI-15.2-1]', async () => {
  const account = ids.fresh('account');
  const input = { account, holder: 'w-1', name: '見本 区', function: 'ward-health', ref: 'letter-1' };
  assert.equal(await act(supervisor, 'ward-person.register', input), 'denied');
  assert.equal(await act(ward, 'ward-person.register', input), 'done');
  assert.equal(await act(administrator, 'account.open', { account }), 'done');
  const wish = {
    account,
    request: ids.fresh('request'),
    role: 'auditor',
    purpose: 'audit',
    until: '2026-12-31',
  };
  assert.equal(await act(supervisor, 'access.request', wish), 'not-of-your-side');
  assert.equal(
    await act(ward, 'ward-person.request-access', { ...wish, role: 'operator' }),
    'role-of-other-side',
  );
  assert.equal(await act(ward, 'ward-person.request-access', wish), 'done');
});

test('a re-subcontractor has nobody here without the consent of the ward [CHI-13-1, PII-7-1] [INC-24]', async () => {
  const input = { account: ids.fresh('account'), holder: 's-1', name: '見本 丙', side: 'subcontractor' };
  assert.equal(await act(supervisor, 'worker.register', input), 'ward-word-missing');
  assert.equal(await act(supervisor, 'worker.register', { ...input, ref: 'consent-1' }), 'done');
});

test('an account idle for 30 days is in the list, one in use is not [SEC-4-8]', async () => {
  const idle = await prepared('p-200');
  setNow('2026-06-05');
  assert.ok((await place.ask('worker.list', {}, { actor: administrator })).ok);
  setNow('2026-06-10');
  const found = await place.ask('access.idle', {}, { actor: approver });
  assert.ok(found.ok);
  const accounts = (found.value as readonly { account: string }[]).map((one) => one.account);
  assert.ok(accounts.includes(idle));
  assert.ok(!accounts.includes(administrator));
  const short = await place.ask('access.idle', { days: 4 }, { actor: approver });
  assert.ok(short.ok && JSON.stringify(short.value).includes(administrator));
  setNow('2026-05-01');
});

test('the journal makes the same tables again after all of this [SEC-4-7]', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
