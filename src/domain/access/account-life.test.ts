import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { RoleName } from '../facts/governance.ts';
import type { Fact, RecordedFact } from '../facts.ts';
import { factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { evolveAccount, noAccount, type AccountState } from './account.ts';
import { changeManager } from './change-manager.ts';
import { grantAccess } from './grant-access.ts';
import { judgeRequest } from './judge-request.ts';
import { leaveAccount } from './leave-account.ts';
import { forbiddenBeside, ROLES_OF_SIDE } from './never-together.ts';
import { notifyWorker } from './notify-worker.ts';
import { evolveOffice, noOffice } from './office.ts';
import { openAccount } from './open-account.ts';
import { recordPledge } from './record-pledge.ts';
import { requestAccess } from './request-access.ts';
import { reviewAccess } from './review-access.ts';
import { standIn } from './stand-in.ts';

const account = 'account_worker';
const request = 'request_1';
const day = date('2026-05-01');

const registered = on('2026-04-01', {
  type: 'worker.registered',
  account,
  holder: 'p-1',
  side: 'contractor',
});
const notified = on('2026-04-02', {
  type: 'worker.notified',
  account,
  ref: 'n-1',
  submittedOn: date('2026-04-02'),
  effectiveFrom: date('2026-04-06'),
});
const taught = ['protection', 'awareness', 'duties', 'penalties'].map((topic) =>
  on('2026-04-03', { type: 'training.recorded', account, topic, on: date('2026-04-03'), material: 'm-1' }),
);
const pledged = on('2026-04-03', {
  type: 'pledge.signed',
  account,
  signedOn: date('2026-04-03'),
  copyConsentOn: date('2026-04-03'),
  copySubmittedOn: date('2026-04-03'),
});
const opened = on('2026-04-06', { type: 'account.opened', account, holder: 'p-1' });
const ready: readonly RecordedFact[] = [registered, notified, ...taught, pledged];

function worker(...facts: readonly RecordedFact[]): AccountState {
  return facts.reduce(evolveAccount, noAccount);
}

function asked(role: RoleName = 'operator', ...more: readonly Fact[]): AccountState {
  const wish = { type: 'access.requested', account, request, role, purpose: 'calls', until: day } as const;
  return worker(
    ...ready,
    opened,
    on('2026-04-07', wish, 'account_chief'),
    ...more.map((one) => on('2026-04-08', one)),
  );
}

const approval = { type: 'access.approved', account, request, by: 'account_approver' } as const;
const open = (at: string, ...facts: readonly RecordedFact[]) =>
  openAccount({ account: worker(...facts), office: noOffice }, { account }, today(at));

test('an account opens on the day of the notice, not on the eve [PII-3-1]', () => {
  assert.equal(refusalOf(open('2026-04-05', ...ready)), 'worker-not-ready');
  assert.deepEqual(
    factsOf(open('2026-04-06', ...ready)).map(({ type }) => type),
    ['account.opened', 'review.opened'],
  );
});

test('training counts for a year: 3 April 2027 still, 4 April no more [PII-5-1]', () => {
  assert.equal(refusalOf(open('2027-04-03', ...ready)), 'decided');
  assert.equal(refusalOf(open('2027-04-04', ...ready)), 'worker-not-ready');
});

test('each thing that is missing keeps the account closed [PII-3-1, PII-5-1, PII-6-2]', () => {
  for (const missing of ready) {
    const rest = ready.filter((fact) => fact !== missing);
    assert.notEqual(refusalOf(open('2026-05-01', ...rest)), 'decided', missing.type);
  }
});

test('a change that is to hold before the day after its notice is refused [PII-3-2]', () => {
  const told = (effectiveFrom: string) =>
    refusalOf(
      notifyWorker(
        { account: worker(registered) },
        { account, ref: 'n', submittedOn: day, effectiveFrom: date(effectiveFrom) },
        today('2026-05-01'),
      ),
    );
  assert.deepEqual(['2026-04-30', '2026-05-01', '2026-05-02'].map(told), [
    'not-before-notice',
    'not-before-notice',
    'decided',
  ]);
});

test('no copy of a pledge goes to the ward without the second signature [PII-F3-2]', () => {
  const copy = { account, signedOn: day, copySubmittedOn: day } as const;
  const state = { account: worker(registered) };
  assert.equal(refusalOf(recordPledge(state, copy, today('2026-05-01'))), 'copy-without-consent');
  const whole = { ...copy, copyConsentOn: day };
  assert.equal(refusalOf(recordPledge(state, whole, today('2026-05-01'))), 'decided');
});

test('a right has an end, a year away at most [CHI-15.4-1, SEC-6-2]', () => {
  const wish = (until: string) =>
    refusalOf(
      requestAccess(
        { account: worker(...ready, opened) },
        { account, request, role: 'operator', purpose: 'calls', until: date(until) },
        today('2026-05-01'),
        ['contractor'],
      ),
    );
  assert.deepEqual(['2026-04-30', '2026-05-01', '2027-05-02', '2027-05-03'].map(wish), [
    'right-without-future',
    'decided',
    'decided',
    'right-too-long',
  ]);
});

test('applicant, user, approver and ID manager of one request are different people [SEC-6-3, SEC-6-4, AMB-40]', () => {
  const judged = (actor: `account_${string}`) =>
    refusalOf(
      judgeRequest(
        { account: asked() },
        { account, request, answer: 'approved' },
        today('2026-04-08', { actor }),
      ),
    );
  assert.deepEqual(
    [account, 'account_chief', 'account_approver'].map((one) => judged(one as typeof account)),
    ['own-request', 'own-request', 'decided'],
  );
  const grant = (actor: `account_${string}`) =>
    refusalOf(
      grantAccess(
        { account: asked('operator', approval), office: noOffice },
        { account, request, role: 'operator', until: day },
        today('2026-04-08', { actor }),
      ),
    );
  assert.equal(grant(account), 'own-request');
  assert.equal(grant('account_chief'), 'own-request');
  assert.equal(grant('account_approver'), 'own-request');
  assert.equal(grant('account_administrator'), 'decided');
});

test('nobody rejects without a reason [SEC-6-3]', () => {
  const reject = { account, request, answer: 'rejected' } as const;
  const context = today('2026-04-08', { actor: 'account_approver' });
  assert.equal(refusalOf(judgeRequest({ account: asked() }, reject, context)), 'rejection-without-reason');
  const told = { ...reject, reason: 'not-needed' };
  assert.equal(refusalOf(judgeRequest({ account: asked() }, told, context)), 'decided');
});

test('a grant of another role, a longer time or a passed day is refused [SEC-6-4]', () => {
  const state = { account: asked('operator', approval), office: noOffice };
  const grant = (role: RoleName, until: string, at = '2026-04-08') =>
    refusalOf(grantAccess(state, { account, request, role, until: date(until) }, today(at)));
  assert.equal(grant('mailing-clerk', '2026-05-01'), 'not-as-approved');
  assert.equal(grant('operator', '2026-05-02'), 'not-as-approved');
  assert.equal(grant('operator', '2026-05-01', '2026-05-02'), 'approval-out-of-date');
  assert.equal(grant('operator', '2026-05-01'), 'decided');
});

test('an administrator holds nothing else, and people of different sides never share a role [SEC-4-2]', () => {
  const all = Object.values(ROLES_OF_SIDE).flat();
  for (const role of all.filter((one) => one !== 'administrator')) {
    assert.equal(forbiddenBeside('administrator', [role]), role);
    assert.equal(forbiddenBeside(role, ['administrator']), 'administrator');
    if (role !== 'auditor') assert.equal(forbiddenBeside('auditor', [role]), role);
  }
  assert.equal(forbiddenBeside('operator', ['ward-staff']), 'ward-staff');
  assert.equal(forbiddenBeside('operator', ['mailing-clerk', 'responsible-manager']), undefined);
  assert.equal(forbiddenBeside('operator', ['operator']), undefined);
});

test('leaving ends all rights, gives up the one ID, and is not done in advance [SEC-4-8, SEC-4-9, CHI-12-4]', () => {
  const state = { account: asked('operator', approval), office: noOffice };
  const leave = { account, on: day, entryCard: 'none-issued', reminderSignedOn: day } as const;
  assert.equal(refusalOf(leaveAccount(state, leave, today('2026-04-30'))), 'access-day-to-come');
  const outcome = leaveAccount(state, leave, today('2026-05-01'));
  assert.deepEqual(
    factsOf(outcome).map(({ type }) => type),
    ['account.disabled', 'account.left', 'review.opened'],
  );
  assert.deepEqual('release' in outcome && outcome.release, [{ kind: 'person-account', key: 'p-1' }]);
});

test('a review without system, documents, correction, reason or approver is not closed [SEC-6-8]', () => {
  const whole = {
    doneOn: day,
    system: 'mimamori',
    documents: ['id-register'],
    unfit: [{ account, correction: 'right-withdrawn', reason: 'other-task' }],
  } as const;
  const review = (changes: object, second: 'account_approver' | undefined = 'account_approver') =>
    refusalOf(
      reviewAccess(
        { office: noOffice },
        { ...whole, ...changes },
        today('2026-05-01', second ? { second } : {}),
      ),
    );
  assert.equal(review({}), 'decided');
  assert.equal(review({ system: '' }), 'review-unfinished');
  assert.equal(review({ documents: [] }), 'review-unfinished');
  assert.equal(review({ unfit: [{ account, correction: '', reason: 'x' }] }), 'review-unfinished');
  assert.equal(review({ unfit: [{ account, correction: 'x', reason: '' }] }), 'review-unfinished');
  assert.equal(review({ doneOn: date('2026-05-02') }), 'access-day-to-come');
  const alone = reviewAccess({ office: noOffice }, whole, today('2026-05-01'));
  assert.equal(refusalOf(alone), 'review-unfinished');
});

test('the manager changes only to a deputy, and only after the notice; nobody stands in on her own word [PII-3-2, AMB-54]', () => {
  const until = date('2027-03-31');
  const office = [
    on('2026-04-01', { type: 'manager.appointed', manager: 'account_a', as: 'manager', until }),
    on('2026-04-01', { type: 'manager.appointed', manager: 'account_b', as: 'deputy', until }),
  ].reduce(evolveOffice, noOffice);
  const change = (to: `account_${string}`, submittedOn: string) =>
    refusalOf(
      changeManager({ office }, { to, ref: 'n-2', submittedOn: date(submittedOn) }, today('2026-05-01')),
    );
  assert.equal(change('account_c', '2026-04-30'), 'not-a-deputy');
  assert.equal(change('account_b', '2026-05-01'), 'change-before-notice');
  assert.equal(change('account_b', '2026-04-30'), 'decided');
  const act = (actor: `account_${string}`, deputy: `account_${string}`) =>
    refusalOf(standIn({ office }, { deputy, until }, today('2026-05-01', { actor })));
  assert.equal(act('account_b', 'account_b'), 'not-for-oneself');
  assert.equal(act('account_a', 'account_c'), 'not-a-deputy');
  assert.equal(act('account_a', 'account_b'), 'decided');
});
