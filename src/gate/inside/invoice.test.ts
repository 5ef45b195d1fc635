import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import type { CaseId, FactId } from '../../domain/basics/ids.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import { yen } from '../../domain/basics/yen.ts';
import type { NewFact } from '../../domain/facts.ts';
import { streamOf } from '../../domain/stream-of.ts';
import { invoiceData } from '../../exchange/papers/invoice-data.ts';
import { randomIds } from '../../security/random-ids.ts';
import { append, lineOf, record } from '../../store/journal.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const { place, person, again, setNow } = await testPlace('2026-06-10');
const manager = await person('responsible-manager');
const ward = await person('ward-staff');
const auditor = await person('auditor');
const clerk = await person('mailing-clerk');

const MAY = '2026-05' as YearMonth;
const JUNE = '2026-06' as YearMonth;

/** Facts past the gate: what is shown here is what becomes of them, not how they came about. */
async function happened(day: string, ...facts: readonly NewFact[]): Promise<readonly FactId[]> {
  const at = instantAt(date(day), '10:00');
  const recorded = facts.map((fact) =>
    record(fact, { id: ids.fresh('fact'), recordedAt: at, actor: 'system:test' }),
  );
  await place.database.write(async (writer) => {
    for (const fact of recorded) {
      const ref = streamOf(fact);
      const stream = `${ref.kind}:${ref.id}`;
      const [head] = await writer.rows(HEAD, [stream]);
      const version = Number(head?.['version']) + 1;
      await append(writer, [{ stream, version, type: fact.type, line: lineOf(fact) }]);
    }
  });
  return recorded.map(({ id }) => id);
}
const HEAD = {
  name: 'test-head',
  text: `insert into stream_head (stream, version) values ($1, 0)
         on conflict (stream) do update set version = stream_head.version returning version`,
};

const visit = (
  day: string,
  woman: CaseId,
  mode: 'visit' | 'online' = 'visit',
  followUp = false,
): NewFact => ({
  type: 'visit.completed',
  case: woman,
  booking: ids.fresh('booking'),
  date: date(day),
  from: '10:00',
  to: '11:00',
  mode,
  met: 'woman',
  visitor: 'account_nurse',
  identity: 'in-person',
  pregnant: true,
  followUp,
  checklist: 'visit-checklist/1',
  consent: 'given',
  stamped: true,
});

const LAST = { name: 'test-last', text: 'select max(ord) as ord from fact' };

async function closeMonth(month: YearMonth, day: string): Promise<void> {
  const [last] = await place.database.reader.rows(LAST);
  await happened(day, {
    type: 'month.closed',
    month,
    edition: 1,
    digest: 'frozen',
    upTo: Number(last?.['ord']),
    tabulated: {},
    lines: [],
    linesDigest: '',
  });
  await happened(day, { type: 'report.issued', month, edition: 1, digest: 'frozen' });
}
const inspected = (month: YearMonth, day: string) =>
  happened(day, { type: 'report.accepted', month, edition: 1, digest: 'frozen' });

const act = (row: string, input: object, actor: string, key?: string) =>
  place.execute([{ row, input }], key === undefined ? { actor } : { actor, key });
async function no(row: string, input: object, actor: string): Promise<string> {
  const done = await act(row, input, actor);
  return done.ok ? 'done' : done.error.refused;
}
const ask = async (row: string, input: object, actor: string) => {
  const answer = await place.ask(row, input, { actor });
  return answer.ok ? answer.value : answer.error.refused;
};

const [hanako, yumi] = [ids.fresh('case'), ids.fresh('case')];
const piece = ids.fresh('piece');
const batch = ids.fresh('batch');

const [homeVisit, onlineTalk, , , , , receipt, delivered] = await happened(
  '2026-05-29',
  visit('2026-05-12', hanako),
  visit('2026-05-20', yumi, 'online', true),
  { type: 'piece.planned', piece, batch, case: hanako, kind: 'package' },
  { type: 'piece.posted', piece, case: hanako, kind: 'package', service: 'registered', postage: yen(570) },
  { type: 'piece.planned', piece: 'piece_late', batch: 'batch_late', case: yumi, kind: 'package' },
  {
    type: 'piece.posted',
    piece: 'piece_late',
    case: yumi,
    kind: 'package',
    service: 'registered',
    postage: yen(570),
  },
  {
    type: 'postage.receipted',
    receipt: 'r-0529',
    batch,
    kind: 'package',
    pieces: 1,
    amount: yen(570),
    on: date('2026-05-29'),
  },
  { type: 'piece.delivered', piece, case: hanako, on: date('2026-05-31'), source: 'tracking-page' },
);

test('before the close, and before the ward has accepted the report, nobody issues an invoice [CHI-10-1]', async () => {
  assert.equal(await no('invoice.issue', { month: MAY }, manager), 'invoice-month-open');
  await closeMonth(MAY, '2026-06-01');
  assert.equal(await no('invoice.issue', { month: MAY }, manager), 'invoice-before-acceptance');
  await inspected(MAY, '2026-06-08');
});

test('only the responsible manager issues, and evidence is never handed in', async () => {
  for (const actor of [ward, auditor, clerk]) {
    assert.equal(await no('invoice.issue', { month: MAY }, actor), 'denied');
  }
  assert.equal(await ask('invoice.show', { month: MAY }, clerk), 'denied');
  assert.equal(await ask('invoice.behind', { month: MAY }, clerk), 'denied');
  const evidence = { facts: [], closings: [], issued: [] };
  assert.equal(await no('invoice.issue', { month: MAY, evidence }, manager), 'not-understood');
});

test('of fifty who issue the same invoice at once one wins, and its number is given once', async () => {
  const other = await again();
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      (index % 2 === 0 ? place : other).execute([{ row: 'invoice.issue', input: { month: MAY } }], {
        actor: manager,
        key: `issue-${index}`,
      }),
    ),
  );
  const wins = tries.filter((one) => one.ok);
  assert.equal(wins.length, 1);
  assert.ok(
    tries.every((one) => one.ok || one.error.refused === 'invoice-issued-already'),
    JSON.stringify(tries.filter((one) => !one.ok).map((one) => one.error.refused)),
  );
  const claims = await place.database.reader.rows({
    name: 'test-claims',
    text: `select key from claim where kind = 'invoice-no'`,
  });
  assert.deepEqual(
    claims.map(({ key }) => key),
    ['MV8-202605-1'],
  );
  // The winner, asked again under its own key, answers with the same fact and writes nothing.
  const key = `issue-${tries.findIndex((one) => one.ok)}`;
  const repeated = await act('invoice.issue', { month: MAY }, manager, key);
  const [won] = wins;
  assert.ok(repeated.ok && won?.ok);
  assert.deepEqual([repeated.value.replayed, repeated.value.facts], [true, won.value.facts]);
});

test('the issued invoice shows its lines, and each line the facts and receipts behind it [CHI-10.2-6, CHI-10.3-2]', async () => {
  const shown = (await ask('invoice.show', { month: MAY }, ward)) as {
    readonly invoice: {
      readonly lines: readonly object[];
      readonly taxByRate: object;
      readonly total: number;
    };
  };
  const { lines, taxByRate, total } = shown.invoice;
  assert.deepEqual(lines, [
    { code: 'visit', quantity: 1, unitPrice: 14_800, amount: 14_800, taxClass: 'standard' },
    { code: 'remote-follow-up', quantity: 1, unitPrice: 11_300, amount: 11_300, taxClass: 'standard' },
    { code: 'package', quantity: 1, unitPrice: 10_000, amount: 10_000, taxClass: 'non-taxable' },
    { code: 'postage-package', quantity: 1, amount: 570, taxClass: 'pass-through', receipts: ['r-0529'] },
  ]);
  assert.deepEqual(taxByRate, [
    { rate: 10, base: 26_100, tax: 2_610 },
    { rate: 0, base: 10_570, tax: 0 },
  ]);
  assert.equal(total, 39_280);
  const behind = (await ask('invoice.behind', { month: MAY }, auditor)) as {
    readonly proven: boolean;
    readonly lines: readonly {
      readonly code: string;
      readonly sources: readonly { fact: string; of: string }[];
    }[];
    readonly unclaimed: readonly {
      readonly reason: string;
      readonly pieces: number;
      readonly amount: number;
    }[];
  };
  assert.equal(behind.proven, true);
  assert.deepEqual(
    behind.lines.map(({ code, sources }) => [code, sources.map(({ fact, of }) => [fact, of])]),
    [
      ['visit', [[homeVisit, hanako]]],
      ['remote-follow-up', [[onlineTalk, yumi]]],
      ['package', [[delivered, piece]]],
      ['postage-package', [[receipt, batch]]],
    ],
  );
  assert.deepEqual(
    behind.unclaimed.map(({ reason, pieces, amount }) => [reason, pieces, amount]),
    [['no-receipt', 1, 570]],
  );
});

test('what becomes known later changes nothing of it and adjusts its month in the next [CHI-10.2-2]', async () => {
  await happened('2026-06-15', visit('2026-05-30', ids.fresh('case')), {
    type: 'piece.returned',
    piece,
    case: hanako,
    on: date('2026-06-15'),
    reason: 'storage-expired',
    source: 'envelope',
  });
  const behind = (await ask('invoice.behind', { month: MAY }, auditor)) as { readonly proven: boolean };
  assert.equal(behind.proven, true);
  setNow('2026-07-08');
  await closeMonth(JUNE, '2026-07-01');
  await inspected(JUNE, '2026-07-06');
  const done = await act('invoice.issue', { month: JUNE }, manager);
  assert.ok(done.ok, done.ok ? '' : JSON.stringify(done.error));
  const [fact] = done.value.facts;
  assert.ok(fact?.type === 'invoice.issued');
  assert.deepEqual(
    fact.invoice.lines.map(({ code, quantity, adjusts }) => [code, quantity, adjusts]),
    [
      ['visit', 1, '2026-05'],
      ['package', -1, '2026-05'],
    ],
  );
});

test('the ward records the receipt and pays to the yen; the auditor cannot [CHI-10-1]', async () => {
  const on = '2026-06-12';
  assert.equal(await no('invoice.receive', { month: MAY, on }, auditor), 'denied');
  const received = await act('invoice.receive', { month: MAY, on: '2026-07-07' }, ward);
  assert.equal(received.ok ? 'done' : received.error.refused, 'done');
  assert.equal(
    await no('invoice.pay', { month: MAY, on: '2026-07-08', amount: 39_279 }, ward),
    'payment-differs',
  );
  assert.equal(await no('invoice.pay', { month: MAY, on: '2026-07-08', amount: 39_280 }, ward), 'done');
  const shown = (await ask('invoice.show', { month: MAY }, manager)) as {
    readonly received: object;
    readonly paidOn: string;
  };
  assert.deepEqual([shown.received, shown.paidOn], [{ on: '2026-07-07', dueBy: '2026-08-06' }, '2026-07-08']);
});

test('the file has the digest of the journal, and is the same whenever it is written', async () => {
  const first = await invoiceData(place, { month: MAY }, { actor: auditor });
  const second = await invoiceData(place, { month: MAY }, { actor: manager });
  assert.ok(first.ok && second.ok);
  assert.deepEqual(first.value.files, second.value.files);
  const [file, sources] = first.value.files;
  assert.deepEqual([file?.name, sources?.name], ['invoice-2026-05.json', 'invoice-2026-05.sources.json']);
  assert.equal(
    createHash('sha256')
      .update(file?.text ?? '')
      .digest('hex'),
    first.value.paper.digest,
  );
  const year = await invoiceData(place, { year: 2026 }, { actor: manager });
  assert.equal(year.ok ? 'done' : year.error.refused, 'lump-sum-before-year-end');
});

test('the lump sum of the year is one invoice of its own, after March passed its inspection [CHI-10.1-2]', async () => {
  const MARCH = '2027-03' as YearMonth;
  setNow('2027-03-31', '20:00');
  await closeMonth(MARCH, '2027-03-31');
  await inspected(MARCH, '2027-03-31');
  const year = await invoiceData(place, { year: 2026 }, { actor: manager });
  assert.ok(year.ok, year.ok ? '' : year.error.refused);
  assert.deepEqual(
    [year.value.name, year.value.paper.number, year.value.paper.sources.proven],
    ['invoice-2026-lump-sum', 'MV8-2026-L', true],
  );
  assert.equal(await no('invoice.issue-lump-sum', { year: 2026 }, manager), 'invoice-issued-already');
  assert.equal(await no('invoice.issue-lump-sum', { year: 2026 }, ward), 'denied');
});
