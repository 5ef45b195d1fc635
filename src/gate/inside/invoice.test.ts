import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { visitRecord } from '../../../tests/support/booked.ts';
import { at, bookingPlace } from '../../../tests/support/booking-place.ts';
import { GOOD_LEEWAY } from '../../../tests/support/checklist.ts';
import { PACKAGE_POSTAGE, packageRoom } from '../../../tests/support/packages.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import { addMonths, type YearMonth } from '../../domain/basics/year-month.ts';
import { invoiceData } from '../../exchange/papers/invoice-data.ts';

const house = await bookingPlace('2026-05-01');
const { place, person, again, setNow, done, manager } = house;
const ward = await person('ward-staff');
const auditor = await person('auditor');
const clerk = await person('mailing-clerk');
const nurse = await house.visitor();
const room = packageRoom(place, { clerk, manager });

const APRIL = '2026-04' as YearMonth;
const MAY = addMonths(APRIL, 1);
const JUNE = addMonths(APRIL, 2);

/** Of May: 26,100 yen and ten per cent, the voucher and its postage. */
const TOTAL = 26_100 + 2_610 + 10_000 + PACKAGE_POSTAGE;

const act = (row: string, input: object, actor: string, key?: string) =>
  place.execute([{ row, input }], key === undefined ? { actor } : { actor, key });
async function no(row: string, input: object, actor: string): Promise<string> {
  const outcome = await act(row, input, actor);
  return outcome.ok ? 'done' : outcome.error.refused;
}
const ask = async (row: string, input: object, actor: string) => {
  const answer = await place.ask(row, input, { actor });
  return answer.ok ? answer.value : answer.error.refused;
};

/** What the ward and the office do with a month before it can be billed. */
async function closeMonth(month: YearMonth, day: string): Promise<void> {
  setNow(day, '18:00');
  await done('month.close', { month }, manager);
  await done('report.issue', { month }, manager);
}
async function inspected(month: YearMonth, day: string): Promise<void> {
  setNow(day, '18:30');
  await done('report.accept', { month, ref: `w-${month}` }, ward);
}

type Talk = {
  readonly case: CaseId;
  readonly booking: string;
  readonly day: string;
  readonly remote: boolean;
};

async function planned(day: string, remote = false): Promise<Talk> {
  const id = await house.openCase({ followUp: remote });
  await house.openDay(day, 3);
  const mode = remote ? { mode: 'online', reason: 'hospital', cannotBeVisited: true } : { mode: 'visit' };
  const wish = { case: id, slot: at(day), requestedBy: 'herself', ...mode };
  const [made] = await done('booking.make', wish, manager);
  assert.ok(made && 'booking' in made);
  const booking = String(made.booking);
  await done('visit.assign', { case: id, booking, visitor: nurse }, manager);
  return { case: id, booking, day, remote };
}

const FROM_AFAR = {
  identity: { name: true, birthDate: true, address: true },
  privatePlace: true,
  stamped: false,
  leeway: 'leeway/1',
  leewayAnswers: GOOD_LEEWAY,
};

/** Enters what was planned, today; the id of the fact. */
async function completed({ case: id, booking, day, remote }: Talk): Promise<string> {
  const record = visitRecord(day, remote ? FROM_AFAR : {});
  const facts = await done('visit.complete', { ...record, case: id, booking }, manager);
  return idOf(facts, 'visit.completed');
}

function idOf(facts: readonly { readonly type: string }[], type: string): string {
  const found = facts.find((fact) => fact.type === type);
  assert.ok(found && 'id' in found);
  return String(found.id);
}

async function factId(type: string, of: string): Promise<string> {
  const [row] = await place.database.reader.rows(
    {
      name: 'test-fact',
      text: `select line::json ->> 'id' as id from fact where type = $1 and line like '%' || $2 || '%'`,
    },
    [type, of],
  );
  return String(row?.['id']);
}

// A talk at home and one from afar, entered at once; a third one only after its month was closed.
const hanako = await planned('2026-05-12');
const yumi = await planned('2026-05-20', true);
const late = await planned('2026-05-28');
setNow('2026-05-20', '18:00');
const homeVisit = await completed(hanako);
const onlineTalk = await completed(yumi);
setNow('2026-05-21');
const [sent] = await room.send([hanako.case], '2026-05-21');
assert.ok(sent);
await room.receipt(sent.batch, 'r-0521', '2026-05-21', 1);
const { piece, batch } = sent;
setNow('2026-05-29');
await room.send([yumi.case], '2026-05-29');
const arrived = { case: hanako.case, piece, on: '2026-05-23', source: 'tracking-page' };
const delivered = idOf(
  await done('piece.follow', { ...arrived, what: 'delivered' }, clerk),
  'piece.delivered',
);
const receipt = await factId('postage.receipted', batch);

test('before the close, and before the ward has accepted the report, nobody issues an invoice [CHI-10-1]', async () => {
  assert.equal(await no('invoice.issue', { month: MAY }, manager), 'invoice-month-open');
  await closeMonth(APRIL, '2026-06-01');
  await inspected(APRIL, '2026-06-01');
  await done('invoice.issue', { month: APRIL }, manager);
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
    ['MV8-202604-1', 'MV8-202605-1'],
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
    {
      code: 'postage-package',
      quantity: 1,
      amount: PACKAGE_POSTAGE,
      taxClass: 'pass-through',
      receipts: ['r-0521'],
    },
  ]);
  assert.deepEqual(taxByRate, [
    { rate: 10, base: 26_100, tax: 2_610 },
    { rate: 0, base: 10_000 + PACKAGE_POSTAGE, tax: 0 },
  ]);
  assert.equal(total, TOTAL);
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
      ['visit', [[homeVisit, hanako.case]]],
      ['remote-follow-up', [[onlineTalk, yumi.case]]],
      ['package', [[delivered, piece]]],
      ['postage-package', [[receipt, batch]]],
    ],
  );
  assert.deepEqual(
    behind.unclaimed.map(({ reason, pieces, amount }) => [reason, pieces, amount]),
    [['no-receipt', 1, PACKAGE_POSTAGE]],
  );
});

test('what becomes known later changes nothing of it and adjusts its month in the next [CHI-10.2-2]', async () => {
  setNow('2026-06-15');
  await completed(late);
  await done(
    'piece.return',
    { case: hanako.case, piece, on: '2026-06-15', reason: 'storage-expired', source: 'envelope' },
    clerk,
  );
  const behind = (await ask('invoice.behind', { month: MAY }, auditor)) as { readonly proven: boolean };
  assert.equal(behind.proven, true);
  await closeMonth(JUNE, '2026-07-01');
  await inspected(JUNE, '2026-07-06');
  setNow('2026-07-08');
  const issued = await act('invoice.issue', { month: JUNE }, manager);
  assert.ok(issued.ok, issued.ok ? '' : JSON.stringify(issued.error));
  const [fact] = issued.value.facts;
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
    await no('invoice.pay', { month: MAY, on: '2026-07-08', amount: TOTAL - 1 }, ward),
    'payment-differs',
  );
  assert.equal(await no('invoice.pay', { month: MAY, on: '2026-07-08', amount: TOTAL }, ward), 'done');
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
  for (let month = addMonths(JUNE, 1); month <= '2027-03'; month = addMonths(month, 1)) {
    await closeMonth(month, '2027-03-31');
  }
  await inspected('2027-03' as YearMonth, '2027-03-31');
  const year = await invoiceData(place, { year: 2026 }, { actor: manager });
  assert.ok(year.ok, year.ok ? '' : year.error.refused);
  assert.deepEqual(
    [year.value.name, year.value.paper.number, year.value.paper.sources.proven],
    ['invoice-2026-lump-sum', 'MV8-2026-L', true],
  );
  assert.equal(await no('invoice.issue-lump-sum', { year: 2026 }, manager), 'invoice-issued-already');
  assert.equal(await no('invoice.issue-lump-sum', { year: 2026 }, ward), 'denied');
});
