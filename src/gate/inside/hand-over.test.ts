import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProjections } from '../../store/rebuild.ts';
import { commitRows, factsIn, HAND_OVER } from '../../../tests/support/take-in.ts';
import { target } from '../../../tests/support/ward-file.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { deskOf } from '../../../tests/support/desk.ts';

const at = await testPlace('2026-06-01');
const { place } = at;
const { done, said, answer, refused } = deskOf(at);
const supervisor = await at.person('work-supervisor');
const clerk = await at.person('mailing-clerk');
const ward = await at.person('ward-staff');
const auditor = await at.person('auditor');
const operator = await at.person('operator');
const manager = await at.person('responsible-manager');

const sheets = {
  matter: 'matter_sheets',
  movement: 'take-out',
  at: '2026-06-01T09:00:00.000+09:00',
  what: 'visit-sheets',
  carrier: 'paper',
  medium: 'paper',
  quantity: 4,
  method: 'in-person',
  ref: 'slip-1',
  consent: 'ward-7',
  caseNo: 'case-2',
  locked: true,
  from: '見本 責任者',
  to: '見本 支援員',
  plan: { persons: '見本 支援員', route: '事務所から訪問先', means: '徒歩', contact: '0300000000' },
};
type Open = { readonly matter: string; readonly outstanding: number; readonly late: boolean };
type Line = { readonly matter: string; readonly words: Readonly<Record<string, string>> };
const open = () => answer<readonly Open[]>('handover.open', {}, supervisor);
const duties = async () =>
  (
    await answer<readonly { readonly key: string; readonly overdue: boolean }[]>(
      'duty.list',
      { owner: 'work-supervisor' },
      supervisor,
    )
  ).filter(({ key }) => key.startsWith('handover/'));

test('a sheet that is out is a duty, alarms in the evening of its day and ends when it is back [PII-9-2] [B-06] [INC-18]', async () => {
  await done('handover.record', sheets, supervisor);
  assert.deepEqual(await duties(), [
    {
      key: 'handover/matter_sheets/return',
      kind: 'return-take-out',
      due: '2026-06-01',
      harm: 1,
      owner: 'work-supervisor',
      dueTime: '18:00',
      overdue: false,
    },
  ]);
  at.setNow('2026-06-01', '17:59');
  assert.deepEqual(
    (await open()).map(({ matter, late }) => [matter, late]),
    [['matter_sheets', false]],
  );
  at.setNow('2026-06-01', '18:00');
  assert.deepEqual(
    (await open()).map(({ outstanding, late }) => [outstanding, late]),
    [[4, true]],
  );
  assert.equal((await duties())[0]?.overdue, true);
  const back = {
    matter: 'matter_sheets',
    at: '2026-06-01T17:30:00.000+09:00',
    method: 'in-person',
    ref: 'slip-2',
    from: '見本 支援員',
    to: '見本 責任者',
  };
  await done('handover.return', { ...back, quantity: 3 }, supervisor);
  assert.deepEqual(
    (await open()).map(({ outstanding }) => outstanding),
    [1],
  );
  await done('handover.return', { ...back, quantity: 1, from: '見本 別の支援員' }, supervisor);
  assert.deepEqual(await open(), []);
  assert.deepEqual(await duties(), []);
});

test('the register shows both sides of every movement of some days, and who looked is remembered [B-06]', async () => {
  const lines = await answer<readonly Line[]>(
    'handover.register',
    { from: '2026-06-01', to: '2026-06-01' },
    auditor,
  );
  assert.deepEqual(
    lines.map(({ matter }) => matter),
    ['matter_sheets'],
  );
  const words = lines[0]?.words ?? {};
  assert.deepEqual(
    [words['handover.from'], words['handover.to'], words['handover.plan-route']],
    ['見本 責任者', '見本 支援員', '事務所から訪問先'],
  );
  assert.deepEqual(
    [words['handover.return-0-from'], words['handover.return-3-from']],
    ['見本 支援員', '見本 別の支援員'],
  );
  assert.deepEqual(await answer('handover.register', { from: '2026-06-02', to: '2026-06-30' }, auditor), []);
  const log = await answer<{
    readonly entries: readonly { readonly word: string; readonly subjects?: readonly string[] }[];
  }>('log.entries', { from: '2026-06-01', to: '2026-06-01', row: 'handover.register' }, auditor);
  assert.deepEqual(log.entries[0]?.subjects, ['matter_sheets']);
});

test('twenty entries of one matter at the same moment: one stands [B-06]', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, () => said('handover.record', { ...sheets, matter: 'matter_race' }, clerk)),
  );
  const count = (what: string) => outcomes.filter((one) => one === what).length;
  assert.deepEqual([count('done'), count('handover-recorded-already')], [1, 19]);
});

test('the custody receipt of a list says when, what, how many, on which medium, from whom and to whom [PII-11-1]', async () => {
  const handOver = { ...HAND_OVER, rows: 1 };
  await commitRows(place, clerk, [target(1)], { handOver });
  const matter = (await factsIn(place, 'handover.recorded')).at(-1)?.matter;
  const { at: _at, ...receipt } = await answer<Record<string, unknown>>('handover.receipt', { matter }, ward);
  assert.deepEqual(receipt, {
    matter,
    recordedAt: '2026-06-01T18:00:00.000+09:00',
    what: 'list-targets',
    carrier: 'medium',
    medium: 'CD-R',
    mediumNo: null,
    quantity: 1,
    method: 'in-person',
    giver: HAND_OVER.from,
    receiver: HAND_OVER.to,
    ref: (await factsIn(place, 'list.received')).at(-1)?.list,
    place: null,
    state: 'held',
  });
  assert.equal(await answer('handover.receipt', { matter: 'matter_sheets' }, ward), null);
});

test('who only answers the telephone neither keeps nor reads the register, and the ward does not write it [SEC-4-2]', async () => {
  assert.equal(await said('handover.record', { ...sheets, matter: 'matter_x' }, operator), 'denied');
  assert.equal(await said('handover.record', { ...sheets, matter: 'matter_x' }, ward), 'denied');
  assert.equal(
    await refused('handover.register', { from: '2026-06-01', to: '2026-06-01' }, operator),
    'denied',
  );
  assert.equal(await refused('ledger.list', {}, operator), 'denied');
});

type Entry = {
  readonly item: string;
  readonly id: string;
  readonly state: string;
  readonly place: string | null;
  readonly quantity: number;
  readonly copies: number;
  readonly until: string | null;
  readonly endedOn: string | null;
  readonly by: string | null;
  readonly users: readonly { readonly role: string; readonly accounts: readonly string[] }[];
};
const ledger = (only?: string) => answer<readonly Entry[]>('ledger.list', only ? { only } : {}, supervisor);
const entry = async (item: string, only?: string) => (await ledger(only)).filter((one) => one.item === item);

test('the ledger tells of a list: who took it in, who uses it, where it is, until when, and when it was destroyed [PII-9-7] [B-05]', async () => {
  const [list] = await entry('list');
  assert.deepEqual(
    [list?.quantity, list?.by, list?.place, list?.copies, list?.state, list?.until],
    [1, clerk, 'inside-database', 1, 'held', '2026-07-01'],
  );
  assert.deepEqual(list?.users, [
    { role: 'responsible-manager', accounts: [manager] },
    { role: 'mailing-clerk', accounts: [clerk] },
  ]);
  at.setNow('2026-07-01');
  await done('list.destroy-keys', { list: list?.id }, 'system:clock');
  const [gone] = await entry('list');
  assert.deepEqual(
    [gone?.state, gone?.endedOn, gone?.copies, gone?.place],
    ['destroyed', '2026-07-01', 0, null],
  );
  assert.deepEqual(await entry('list', 'held'), []);
});

test('a received medium without a place is found, and has one afterwards [PII-9-1]', async () => {
  const [item] = await entry('received-item', 'without-place');
  assert.ok(item);
  await done('handover.place', { matter: item.id, place: 'cabinet-3' }, clerk);
  assert.deepEqual(await entry('received-item', 'without-place'), []);
  assert.deepEqual(
    (await entry('received-item', 'held')).map(({ id, place: where }) => [id, where]),
    [[item.id, 'cabinet-3']],
  );
});

test('vault, generations and exports stand in the ledger as they are [PII-9-7] [PII-F1-13] [SEC-12-2]', async () => {
  const digest = 'a'.repeat(64);
  for (const generation of ['2026-07-01-1', '2026-07-02-1']) {
    await done('backup.record', { generation, digest, facts: 5 }, 'system:backup');
  }
  await done('backup.record-removal', { generation: '2026-07-01-1' }, 'system:backup');
  assert.deepEqual(
    (await entry('generation')).map(({ id, state, copies, endedOn }) => [id, state, copies, endedOn]),
    [
      ['2026-07-01-1', 'removed', 0, '2026-07-01'],
      ['2026-07-02-1', 'held', 2, null],
    ],
  );
  const [vault] = await entry('vault');
  const keys = await place.database.reader.rows({ name: 'test-keys', text: 'select person from person_key' });
  assert.equal(vault?.quantity, keys.length);
  assert.ok(vault.quantity > 0);
  assert.deepEqual(await entry('export'), []);
  await answer('journal.export', { statistics: false }, manager);
  assert.deepEqual(
    (await entry('export')).map(({ by, state }) => [by, state]),
    [[manager, 'left']],
  );
});

test('a medium goes by application, consent, two persons and a pledge, and the ledger says so [PII-12-2] [PII-12-5] [INC-24]', async () => {
  const [item] = await entry('received-item', 'held');
  assert.ok(item);
  const request = {
    disposal: 'matter_disposal',
    class: 'papers',
    whole: false,
    of: item.id,
    items: '名簿のCD-R',
    mediumName: 'CD-R',
    medium: 'CD-R',
    quantity: 1,
    method: 'shredding',
    plannedOn: '2026-07-02',
  };
  const close = {
    disposal: 'matter_disposal',
    doneOn: '2026-07-02',
    method: 'shredding',
    quantity: 1,
    pledge: 'pledge-1',
    pledgeSignedOn: '2026-07-02',
    certificate: 'cert-1',
    attended: 'ward',
    attendee: '見本 区職員',
  };
  assert.equal(await said('disposal.request', request, clerk), 'denied');
  await done('disposal.request', request, manager);
  at.setNow('2026-07-02');
  assert.equal(await said('disposal.close', close, manager, supervisor), 'disposal-not-consented');
  const consent = { disposal: 'matter_disposal', answer: 'consented', ref: 'ward-31', on: '2026-07-01' };
  assert.equal(await said('disposal.answer', consent, supervisor), 'denied');
  await done('disposal.answer', consent, ward);
  const carry = await answer<readonly { readonly key: string }[]>(
    'duty.list',
    { owner: 'responsible-manager' },
    manager,
  );
  assert.ok(carry.some(({ key }) => key === 'disposal/matter_disposal/carry-out'));
  assert.equal(await said('disposal.close', close, manager), 'second-person-needed');
  await done('disposal.close', close, manager, supervisor);
  assert.deepEqual(
    (await entry('received-item')).map(({ id, state }) => [id, state]),
    [[item.id, 'disposed']],
  );
  const shown = await answer<{
    readonly state: string;
    readonly consent: string;
    readonly pledge: string;
    readonly words: Readonly<Record<string, string>>;
  }>('disposal.show', { disposal: 'matter_disposal' }, ward);
  assert.deepEqual(
    [
      shown.state,
      shown.consent,
      shown.pledge,
      shown.words['handover.items'],
      shown.words['handover.attendee'],
    ],
    ['closed', 'ward-31', 'pledge-1', '名簿のCD-R', '見本 区職員'],
  );
});

test('the close-out board shows every class with its end, and the application for it [PII-12-1] [B-19]', async () => {
  at.setNow('2027-02-10');
  const key = 'programme/ask-disposal/papers';
  const asked = async () =>
    (
      await answer<readonly { readonly key: string }[]>(
        'duty.list',
        { owner: 'responsible-manager', limit: 1000 },
        manager,
      )
    ).some((duty) => duty.key === key);
  assert.equal(await asked(), true);
  await done(
    'disposal.request',
    {
      disposal: 'matter_papers',
      class: 'papers',
      whole: true,
      items: '紙の書類すべて',
      mediumName: '紙',
      medium: 'paper',
      quantity: 300,
      method: 'dissolving',
      plannedOn: '2027-04-05',
    },
    manager,
  );
  assert.equal(await asked(), false);
  type End = {
    readonly key: string;
    readonly freeFrom: string;
    readonly disposals: readonly { readonly disposal: string; readonly state: string }[];
  };
  const papers = (await answer<readonly End[]>('retention.ends', {}, ward)).find(
    (end) => end.key === 'papers',
  );
  assert.equal(papers?.freeFrom, '2027-04-01');
  assert.deepEqual(
    papers.disposals.map(({ disposal, state }) => [disposal, state]),
    [
      ['matter_disposal', 'closed'],
      ['matter_papers', 'requested'],
    ],
  );
});

test('register, ledger and disposals can be made again from the journal', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
