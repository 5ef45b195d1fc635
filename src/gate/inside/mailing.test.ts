import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { mod7 } from '../../domain/text/check-digits.ts';
import { randomIds } from '../../security/random-ids.ts';
import { checkProjections } from '../../store/rebuild.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { usualOpening } from '../../../tests/support/usual-opening.ts';

const ids = randomIds();
const { place, person, again, setNow } = await testPlace('2026-05-12');
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');
const operator = await person('operator');

type Member = { readonly case: CaseId; readonly piece: PieceId };

async function openCases(count: number): Promise<readonly CaseId[]> {
  const cases = Array.from({ length: count }, () => ids.fresh('case'));
  const done = await place.execute(
    cases.map((id) => ({
      row: 'case.open',
      input: {
        case: id,
        person: ids.fresh('person'),
        opening: usualOpening(),
        values: [{ section: 'identity', value: { name: '見本 花子', kana: 'ミホン ハナコ' } }],
      },
    })),
    { actor: 'system:intake' },
  );
  assert.ok(done.ok);
  return cases;
}

async function yes(row: string, input: object, by: { readonly actor: string; readonly second?: string }) {
  const done = await place.execute([{ row, input }], by);
  assert.ok(done.ok, `${row}: ${done.ok ? '' : done.error.refused}`);
  return done.value;
}

async function no(row: string, input: object, by: { readonly actor: string; readonly second?: string }) {
  const done = await place.execute([{ row, input }], by);
  assert.ok(!done.ok, `${row} should have been refused`);
  return done.error;
}

/** Begins, plans and fixes a batch of these women in one transaction, as a small batch is. */
async function fixedBatch(
  kind: string,
  month: string,
  cases: readonly CaseId[],
): Promise<{ readonly batch: BatchId; readonly members: readonly Member[] }> {
  const batch = ids.fresh('batch');
  const members = cases.map((id) => ({ case: id, piece: ids.fresh('piece') }));
  const done = await place.execute(
    [
      {
        row: 'batch.begin-without-word',
        input: { batch, kind, month, planned: cases.length, reason: 'agreed-with-ward' },
      },
      ...members.map((member) => ({ row: 'piece.plan', input: { batch, ...member } })),
      { row: 'batch.fix', input: { batch, cases: [...cases] } },
    ],
    { actor: manager },
  );
  assert.ok(done.ok, done.ok ? '' : done.error.refused);
  return { batch, members };
}

async function printAll(batch: BatchId, members: readonly Member[], kind = 'notice') {
  const done = await place.execute(
    members.map((member) => ({ row: 'piece.print', input: { batch, ...member, template: `${kind}-1` } })),
    { actor: clerk },
  );
  assert.ok(done.ok, done.ok ? '' : done.error.refused);
}

async function releaseAndCount(batch: BatchId, pieces: number) {
  const sampled = Math.min(pieces, 20);
  await yes('batch.sample', { batch, sampled, differing: 0 }, { actor: clerk, second: manager });
  await yes('batch.release', { batch }, { actor: manager, second: clerk });
  const counts = { printed: pieces, enclosed: pieces, spoiled: 0, pulled: 0, posted: 0 };
  await yes('batch.count', { batch, stage: 'enclosed', ...counts }, { actor: clerk });
}

let serial = 1_311_200_000;
function tracking(): string {
  serial += 1;
  return `${serial}${mod7(String(serial))}`;
}

const post = (batch: BatchId, member: Member, number: string) => ({
  row: 'piece.post',
  input: { batch, ...member, service: 'specified-record', tracking: number },
});

test('250 notices go from plan to receipt in chunks of one transaction, and every count balances [CHI-8.1-7, CHI-5-1]', async () => {
  const cases = await openCases(250);
  const due = await place.ask('mailing.due', {}, { actor: clerk });
  assert.ok(due.ok);
  assert.equal((due.value as { counts: { notice: number } }).counts.notice, 250);
  const { batch, members } = await fixedBatch('notice', '2026-05', cases);
  await printAll(batch, members);
  await releaseAndCount(batch, 250);
  const done = await place.execute(
    members.map((member) => post(batch, member, tracking())),
    { actor: clerk },
  );
  assert.ok(done.ok, done.ok ? '' : done.error.refused);
  const wrong = await no(
    'batch.count',
    { batch, stage: 'posted', printed: 250, enclosed: 249, spoiled: 1, pulled: 0, posted: 249 },
    { actor: clerk },
  );
  assert.equal(wrong.refused, 'counts-differ');
  const counts = { printed: 250, enclosed: 250, spoiled: 0, pulled: 0, posted: 250 };
  await yes('batch.count', { batch, stage: 'posted', ...counts }, { actor: clerk });
  const receipt = { batch, receipt: 'R-1', on: '2026-05-12', pieces: 250, amount: 80_000 };
  await yes('postage.receipt', receipt, { actor: clerk });

  const balance = await place.ask('mailing.balance', { month: '2026-05' }, { actor: manager });
  assert.ok(balance.ok);
  const { batches, quantities } = balance.value as {
    batches: readonly { batch: string; state: string; gaps: readonly string[] }[];
    quantities: readonly { kind: string; actual: number; percent: number; warn: number | null }[];
  };
  const [found] = batches.filter((one) => one.batch === batch);
  assert.deepEqual([found?.state, found?.gaps], ['closed', []]);
  const notices = quantities.find(({ kind }) => kind === 'notice');
  assert.deepEqual([notices?.actual, notices?.percent, notices?.warn], [250, 34, null]);
});

test('an operator finds a letter by its number and the women of a batch stay out of her sight [CHI-8.1-7]', async () => {
  const [id] = await openCases(1);
  assert.ok(id);
  const { batch, members } = await fixedBatch('notice', '2026-05', [id]);
  const [member] = members;
  assert.ok(member);
  await printAll(batch, members);
  await releaseAndCount(batch, 1);
  const number = tracking();
  const posted = await place.execute([post(batch, member, number)], { actor: clerk });
  assert.ok(posted.ok);
  const spaced = `${number.slice(0, 3)}-${number.slice(3, 5)}-${number.slice(5, 10)}-${number.slice(10)}`;
  const found = await place.ask('piece.by-tracking', { tracking: spaced }, { actor: operator });
  assert.ok(found.ok);
  const { pieces } = found.value as { pieces: readonly { status: string; case: string }[] };
  assert.deepEqual(
    pieces.map(({ status, case: of }) => [status, of]),
    [['posted', id]],
  );
  const list = await place.ask('batch.show', { batch }, { actor: operator });
  assert.ok(!list.ok && list.error.refused === 'denied');
  assert.equal(
    (await no('piece.print', { batch, ...member, template: 'notice-1' }, { actor: operator })).refused,
    'denied',
  );
  setNow('2026-05-28');
  const watch = await place.ask('mailing.watchdog', {}, { actor: clerk });
  assert.ok(watch.ok);
  const stuck = watch.value as readonly { piece: string; what: string }[];
  assert.deepEqual(
    stuck.filter(({ piece }) => piece === member.piece).map(({ what }) => what),
    ['not-heard-of'],
  );
  setNow('2026-05-12');
});

test('a clerk cannot go without the word of the ward, and a release needs a second person [AMB-38]', async () => {
  const batch = ids.fresh('batch');
  const begin = { batch, kind: 'notice', month: '2026-05', planned: 0, reason: 'ward-closed' };
  assert.equal((await no('batch.begin-without-word', begin, { actor: clerk })).refused, 'denied');
  assert.equal((await no('batch.release', { batch }, { actor: manager })).refused, 'second-person-needed');
  const same = { actor: manager, second: manager };
  assert.equal((await no('batch.release', { batch }, same)).refused, 'second-person-needed');
});

test('of 50 parallel re-sends of one returned letter exactly one is printed [CHI-8.1-9] [INC-04]', async () => {
  const [id] = await openCases(1);
  assert.ok(id);
  const first = await fixedBatch('notice', '2026-05', [id]);
  await printAll(first.batch, first.members);
  await releaseAndCount(first.batch, 1);
  const [letter] = first.members;
  assert.ok(letter);
  assert.ok((await place.execute([post(first.batch, letter, tracking())], { actor: clerk })).ok);
  setNow('2026-05-25');
  const back = { ...letter, on: '2026-05-25', reason: 'unknown-address', source: 'envelope' };
  await yes('piece.return', back, { actor: clerk });
  setNow('2026-06-12');
  const second = await again();
  const runs = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      const batch = ids.fresh('batch');
      const member = { case: id, piece: ids.fresh('piece') };
      const on = n % 2 === 0 ? place : second;
      return on.execute(
        [
          {
            row: 'batch.begin-without-word',
            input: { batch, kind: 'resend', month: '2026-06', planned: 1, reason: 'agreed-with-ward' },
          },
          { row: 'piece.plan', input: { batch, ...member } },
          { row: 'batch.fix', input: { batch, cases: [id] } },
          { row: 'piece.print', input: { batch, ...member, template: 'resend-1' } },
        ],
        { actor: manager },
      );
    }),
  );
  const won = runs.filter((run) => run.ok);
  assert.equal(won.length, 1);
  const reasons = new Set(runs.map((run) => (run.ok ? 'won' : run.error.refused)));
  assert.deepEqual([...reasons].toSorted(), ['piece-not-in-batch', 'won']);
  setNow('2026-05-12');
});

test('of 48 letters posted at once with the same number exactly one leaves, the others are named [CHI-8.1-7]', async () => {
  const cases = await openCases(48);
  const { batch, members } = await fixedBatch('notice', '2026-05', cases);
  await printAll(batch, members);
  await releaseAndCount(batch, 48);
  const number = tracking();
  const second = await again();
  const runs = await Promise.all(
    members.map((member, n) =>
      (n % 2 ? place : second).execute([post(batch, member, number)], { actor: clerk }),
    ),
  );
  assert.equal(runs.filter((run) => run.ok).length, 1);
  for (const run of runs) {
    if (run.ok) continue;
    assert.equal(run.error.refused, 'taken');
    assert.deepEqual({ ...run.error }, { ...run.error, kind: 'tracking', key: number });
  }
  const shown = await place.ask('batch.show', { batch }, { actor: clerk });
  assert.ok(shown.ok);
  const { pieces } = shown.value as { pieces: readonly { status: string }[] };
  assert.equal(pieces.filter(({ status }) => status === 'posted').length, 1);
});

test('50 parallel prints of one piece make one copy [CHI-8.1-4]', async () => {
  const cases = await openCases(1);
  const { batch, members } = await fixedBatch('notice', '2026-05', cases);
  const [member] = members;
  assert.ok(member);
  const runs = await Promise.all(
    Array.from({ length: 50 }, () =>
      place.execute([{ row: 'piece.print', input: { batch, ...member, template: 'notice-1' } }], {
        actor: clerk,
      }),
    ),
  );
  assert.equal(runs.filter((run) => run.ok).length, 1);
  const reasons = new Set(runs.flatMap((run) => (run.ok ? [] : [run.error.refused])));
  assert.deepEqual([...reasons], ['piece-already-printed']);
});

test('a second return puts her on the list of those whom the post cannot reach [CHI-8.1-9]', async () => {
  const [id] = await openCases(1);
  assert.ok(id);
  const send = async (kind: string, month: string, day: string, backOn: string) => {
    setNow(day);
    const { batch, members } = await fixedBatch(kind, month, [id]);
    const [member] = members;
    assert.ok(member);
    await printAll(batch, members, kind);
    await releaseAndCount(batch, 1);
    assert.ok((await place.execute([post(batch, member, tracking())], { actor: clerk })).ok);
    setNow(backOn);
    const back = { ...member, on: backOn, reason: 'moved-unknown', source: 'envelope' };
    await yes('piece.return', back, { actor: clerk });
  };
  await send('notice', '2026-05', '2026-05-12', '2026-05-25');
  await send('resend', '2026-06', '2026-06-12', '2026-06-25');
  const list = await place.ask('mailing.unreachable', {}, { actor: manager });
  assert.ok(list.ok);
  assert.ok((list.value as readonly { case: string }[]).some((row) => row.case === id));
  setNow('2026-07-10');
  const july = await place.ask('mailing.due', { month: '2026-07' }, { actor: clerk });
  assert.ok(july.ok);
  assert.ok(!(july.value as { due: readonly { case: string }[] }).due.some((row) => row.case === id));
  setNow('2026-05-12');
});

test('the tables of the mailing room are what the journal gives when they are made again [CHI-8.1-7]', async () => {
  const found = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(found.differences, []);
});
