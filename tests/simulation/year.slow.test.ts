import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { YearSummary } from '../../src/simulation/year/summary.ts';
import { livedYear, liveYear, YEAR_PEOPLE } from '../support/lived-year.ts';
import { HAPPENING } from './happening-facts.ts';
// The papers of the same year.
import '../papers/one-town.part.test.ts';
import { auditYear } from './year-audit.ts';
import { disagreements, type Handed } from './year-reports.ts';

let dir = '';
let facts: readonly RecordedFact[] = [];
let summary: YearSummary;

before(async () => {
  const out = await livedYear();
  dir = dirname(out);
  const lines = (await readFile(join(out, 'journal.ndjson'), 'utf8')).trim().split('\n');
  facts = lines.map((line): RecordedFact => JSON.parse(line));
  summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'));
});

function only<Type extends RecordedFact['type']>(type: Type) {
  return facts.filter((fact): fact is RecordedFact & { readonly type: Type } => fact.type === type);
}

test('at every hand-over of the year as much comes out as went in [B-07] [B-17]', () => {
  assert.ok(summary.reconciliation.length >= 14);
  for (const { what, balanced, ...counts } of summary.reconciliation) {
    assert.ok(balanced, `${what}: ${JSON.stringify(counts)}`);
  }
});

test('nothing was overdue on any evening of the year, and nobody was refused who should not be [B-02]', () => {
  assert.deepEqual(summary.breaches, []);
  assert.deepEqual(summary.surprises, []);
});

test('every woman of the lists has one case, and each contract month its report and its invoice [CHI-9.1-2] [CHI-10-1]', () => {
  assert.equal(summary.counts.cases, YEAR_PEOPLE);
  assert.equal(new Set(only('month.closed').map(({ month }) => month)).size, 12);
  const accepted = new Set(only('report.accepted').map(({ month }) => month));
  assert.equal(accepted.size, 13, 'twelve months and the year');
  const billed = new Set(only('invoice.issued').map(({ month }) => month));
  assert.equal(billed.size, 13, 'twelve months and the lump sum');
  assert.equal(only('report.returned').length, 1);
  assert.equal(only('invoice.paid').length, only('invoice.issued').filter(({ amount }) => amount > 0).length);
});

test('an auditor who knows the contract and not the program finds nothing in the journal [AMB-38] [CHI-8.1-7] [CHI-8.1-9] [CHI-8.4-3] [CHI-8.9-2] [CHI-8.14-5]', () => {
  assert.deepEqual(auditYear(facts), []);
  assert.ok(only('piece.posted').filter(({ kind }) => kind === 'package').length > 20);
  assert.ok(only('piece.posted').filter(({ tracking }) => tracking).length > YEAR_PEOPLE);
  const stops =
    only('case.loss-reported').length + only('case.withdrawn').length + only('case.paused').length;
  assert.ok(stops > 10);
});

test('the reports that the ward holds say together what the facts say [CHI-9.1-2] [CHI-9.1-4] [CHI-9.1-5] [CHI-9.1-6] [CHI-8.10-2]', async () => {
  const folder = join(dir, 'one', 'reports');
  const names = (await readdir(folder)).filter((name) =>
    /^report-\d{4}-\d\d(-supplement-\d+)?\.json$/.test(name),
  );
  const reports = await Promise.all(
    names.map(async (name): Promise<Handed> => JSON.parse(await readFile(join(folder, name), 'utf8'))),
  );
  assert.ok(reports.length >= 12);
  assert.deepEqual(disagreements(reports, facts), []);
  assert.ok(
    reports.some(({ corrections }) => corrections.some(({ reason }) => reason === 'wrongly-recorded')),
  );
});

test('every kind of fact happens in the year, but for those that are named with their reason [B-01] [design 5]', async () => {
  const kinds = Object.keys(summary.facts).filter((kind) => summary.facts[kind]);
  assert.ok(kinds.length > 100);
  assert.deepEqual(
    HAPPENING.filter((kind) => !kinds.includes(kind)),
    [],
    'listed in happening-facts.ts and did not happen',
  );
  assert.deepEqual(
    kinds.filter((kind) => !HAPPENING.includes(kind)),
    [],
    'happened, and stands in absent-facts.ts',
  );
});

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).toSorted();
}

test('every month leaves its report, its table of results and its invoice, as data and as paper [DOC-13] [DOC-21]', async () => {
  const [reports, invoices, papers] = await Promise.all(
    ['reports', 'invoices', 'papers'].map((folder) => filesIn(join(dir, 'one', folder))),
  );
  const months = new Set(only('month.closed').map(({ month }) => month));
  assert.equal(months.size, 12);
  for (const month of months) {
    for (const ending of ['json', 'sources.json', 'pdf', 'xlsx']) {
      assert.ok(reports?.includes(`report-${month}.${ending}`), `report-${month}.${ending}`);
    }
    for (const name of [`results-${month}.pdf`, `results-${month}.xlsx`, `applications-${month}.pdf`]) {
      assert.ok(reports?.includes(name), name);
    }
    for (const ending of ['json', 'sources.json', 'pdf']) {
      assert.ok(invoices?.includes(`invoice-${month}.${ending}`), `invoice-${month}.${ending}`);
    }
  }
  for (const ending of ['json', 'pdf', 'xlsx']) assert.ok(reports?.includes(`report-2026.${ending}`));
  assert.ok(invoices?.includes('invoice-2026-lump-sum.pdf'));
  for (const { batch } of only('postage.receipted')) {
    for (const paper of ['pick-list', 'count-sheet', 'dispatch-list']) {
      assert.ok(
        papers?.some((name) => name.endsWith(`-${batch}-${paper}.pdf`)),
        `${batch} ${paper}`,
      );
    }
  }
  assert.ok(papers?.some((name) => name.endsWith('-custody-receipt.pdf')));
  assert.ok(papers?.some((name) => name.endsWith('-inquiry.pdf')));
  assert.ok(papers?.some((name) => name.endsWith('-posting-slip.pdf')));
});

test('the same seed lives the same year on a machine elsewhere: journal, papers, lists and summary [B-07]', async () => {
  const again = await liveYear(join(dir, 'two'), ['--workers', '3'], { TZ: 'America/New_York', LANG: 'C' });
  for (const folder of ['lists', 'letters', 'reports', 'invoices', 'papers', '.']) {
    const [one, two] = [join(dir, 'one', folder), join(again, folder)];
    const names = await filesIn(one);
    assert.ok(names.length > 0, folder);
    assert.deepEqual(await filesIn(two), names, folder);
    for (const name of names) {
      const [first, second] = [await readFile(join(one, name)), await readFile(join(two, name))];
      assert.ok(first.equals(second), `${folder}/${name} differs`);
    }
  }
});
