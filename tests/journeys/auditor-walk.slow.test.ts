import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { PlaceDoor } from '../../src/cli/doors.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import type { Invoice, InvoiceLine } from '../../src/domain/billing/invoice.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { MonthReport } from '../../src/domain/reports/report.ts';
import { realDoors } from '../../src/real-doors.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { readPdf } from '../support/read-pdf.ts';

// Five months of a small town, lived by the program itself; after that nothing but commands.
const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08'];
const [AUDITOR, WARD] = ['account_demo-auditor', 'account_demo-ward-staff'];
const [MANAGER, SUPERVISOR] = ['account_demo-responsible-manager', 'account_demo-work-supervisor'];

const world = realDoors({ now: () => instantAt(date('2026-09-14'), '10:00'), ids: randomIds() });
let dir = '';
let place: PlaceDoor;
/** The exported journal by number, as the ward takes it out for the auditor. */
const journal = new Map<number, RecordedFact>();

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mimamori-audit-'));
  await chmod(dir, 0o711);
  const town = join(dir, 'town');
  const wish = ['--programme', 'chiyoda-visit', '--people', '60', '--seed', '3', '--until', '2026-09-12'];
  await promisify(execFile)(process.execPath, ['src/start.ts', 'simulate', ...wish, '--out', town]);
  const opened = await world.open(join(town, 'data'), undefined);
  assert.ok(opened.ok);
  place = opened.value;
});

after(async () => {
  await place.close();
  await rm(dir, { recursive: true, force: true });
});

type Said = { readonly code: number; readonly json: unknown; readonly lines: readonly string[] };

/** One command line. The place stays open between them: there are a thousand. */
async function mimamori(...words: readonly string[]): Promise<Said> {
  const lines: string[] = [];
  let json: unknown;
  const open = () =>
    Promise.resolve({ ok: true, value: { ...place, close: () => Promise.resolve() } } as const);
  const out = {
    line: (text: string) => void lines.push(text),
    json: (value: unknown) => void (json = value),
    problem: () => undefined,
    progress: () => undefined,
    progressEnd: () => undefined,
    stdin: nothing(),
  };
  const code = await runCommandLine(words, { ...world, open }, out);
  return { code, json, lines };
}

async function* nothing(): AsyncGenerator<string> {}

async function ask<Answer>(question: string, input: object, by = AUDITOR): Promise<Answer> {
  const said = await mimamori('ask', question, '--json', JSON.stringify(input), '--as', by);
  assert.equal(said.code, 0, `${question} ${JSON.stringify(input)}`);
  return said.json as Answer;
}

/** The files that a command wrote, by name. */
async function written(...words: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const said = await mimamori(...words, '--out', await mkdtemp(join(dir, 'out-')), '--json');
  assert.equal(said.code, 0, words.join(' '));
  const { files } = said.json as { readonly files: readonly string[] };
  return new Map(
    await Promise.all(files.map(async (file) => [basename(file), await readFile(file)] as const)),
  );
}

async function json<Shape>(files: ReadonlyMap<string, Buffer>, name: string): Promise<Shape> {
  const found = files.get(name);
  assert.ok(found, name);
  return JSON.parse(found.toString('utf8')) as Shape;
}

type Told = { readonly seq: number | null; readonly fact: RecordedFact };
type Behind = { readonly facts: number; readonly shown: readonly (Told & { readonly by: number })[] };
type LineBehind = InvoiceLine & {
  readonly sources: readonly { readonly fact: string; readonly by: number }[];
  readonly told: readonly Told[];
};

const reportOf = (month: string) => written('report', '--month', month, '--without-names', '--as', AUDITOR);
const invoiceOf = (month: string) => written('invoice', '--month', month, '--as', AUDITOR);

/** Facts that an answer told, to be found again in the exported journal and in what happened to their case. */
const told = new Map<string, Told>();

/** Every number below a value, with its path. */
function numbersIn(value: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => numbersIn(below, path ? `${path}.${key}` : key));
}

test('every number of every report leads to the facts that make it up [CHI-9.1-2, CHI-15.4-1]', async () => {
  let numbers = 0;
  for (const month of MONTHS) {
    const files = await reportOf(month);
    assert.ok(files.has(`report-${month}.pdf`) && files.has(`report-${month}.xlsx`));
    assert.ok(![...files.keys()].some((name) => name.startsWith('results')), 'no names for the auditor');
    const report = await json<MonthReport>(files, `report-${month}.json`);
    const asked = [
      ...numbersIn(report.items, ''),
      ...numbersIn({ unfinished: report.unfinished }, ''),
      ...report.corrections.map(
        (one) => [`corrections/${one.month}/${one.item}`, one.to - one.from] as const,
      ),
    ];
    for (const [item, number] of asked) {
      const behind = await ask<Behind>('report.behind', { month, item, limit: 1000 });
      assert.equal(behind.shown.length, behind.facts, item);
      const sum = behind.shown.reduce((so, { by }) => so + by, 0);
      // What a woman chose stands in no fact: behind a choice are all who answered the question's form.
      const isChoice = item.includes('.questions.') || item.endsWith('.erased');
      assert.ok(isChoice ? number <= sum : number === sum, `${month} ${item}: ${number}, behind it ${sum}`);
      for (const one of behind.shown) told.set(one.fact.id, one);
      numbers += 1;
    }
  }
  assert.ok(numbers > 500 && told.size > 50, `${numbers} numbers, ${told.size} facts`);
});

test('every line of every invoice leads to its facts, its receipts and its papers, and adds up [CHI-10.2-6, CHI-10.3-2]', async () => {
  const balance = await ask<{
    readonly batches: readonly {
      readonly batch: string;
      readonly gaps: readonly string[];
      readonly recorded: { readonly posted: number; readonly yen: number };
    }[];
  }>('mailing.balance', {});
  const batches = new Map(balance.batches.map((one) => [one.batch, one]));
  const posted: string[] = [];
  const codes = new Set<string>();
  for (const month of MONTHS) {
    const files = await invoiceOf(month);
    const invoice = await json<Invoice>(files, `invoice-${month}.json`);
    for (const line of invoice.lines) {
      codes.add(line.code);
      const { code, adjusts } = line;
      const answer = await ask<{ readonly proven: boolean; readonly lines: readonly LineBehind[] }>(
        'invoice.behind',
        { month, code, ...(adjusts ? { adjusts } : {}) },
      );
      assert.ok(answer.proven);
      const behind = answer.lines.find(
        (one) =>
          one.adjusts === adjusts && one.unitPrice === line.unitPrice && one.quantity === line.quantity,
      );
      assert.ok(behind, `${month} ${code}`);
      assert.equal(
        behind.sources.reduce((so, { by }) => so + by, 0),
        line.quantity,
        `${month} ${code}`,
      );
      assert.deepEqual(
        new Set(behind.told.map(({ fact }) => fact.id)),
        new Set(behind.sources.map(({ fact }) => fact)),
      );
      for (const one of behind.told) told.set(one.fact.id, one);
      if (line.unitPrice !== undefined) {
        assert.equal(line.amount, line.unitPrice * line.quantity);
        continue;
      }
      const receipts = behind.told.flatMap(({ fact }) => (fact.type === 'postage.receipted' ? [fact] : []));
      assert.equal(
        receipts.reduce((so, { amount }) => so + amount, 0),
        line.amount,
      );
      assert.equal(
        receipts.reduce((so, { pieces }) => so + pieces, 0),
        line.quantity,
      );
      assert.deepEqual(receipts.map(({ receipt }) => receipt).toSorted(), line.receipts);
      for (const { batch, amount } of receipts) {
        assert.deepEqual([batches.get(batch)?.recorded.yen, batches.get(batch)?.gaps], [amount, []]);
        posted.push(batch);
      }
    }
    const base = (rate: number) => invoice.taxByRate.find((one) => one.rate === rate)?.base ?? 0;
    assert.equal(
      invoice.lines.reduce((so, { amount }) => so + amount, 0),
      base(10) + base(0),
    );
    assert.equal(invoice.total, base(10) + Math.floor(base(10) / 10) + base(0));
    const report = await json<MonthReport>(await reportOf(month), `report-${month}.json`);
    const talks = (word: string) =>
      invoice.lines
        .filter(({ code, adjusts }) => code.startsWith(word) && !adjusts)
        .reduce((so, { quantity }) => so + quantity, 0);
    const { completed, remote } = report.items.visits;
    assert.deepEqual([talks('visit'), talks('remote')], [completed, remote.online + remote.phone]);
    const [page] = await readPdf(files.get(`invoice-${month}.pdf`) ?? Buffer.alloc(0));
    assert.ok(page?.text.includes(invoice.total.toLocaleString('ja-JP')));
  }
  assert.ok(codes.has('visit') && codes.has('package') && codes.has('postage-notice'), [...codes].join(' '));
  // The posting slip with the names on it is opened for him by the ward.
  const [batch = ''] = posted;
  const slips = await written('papers', '--batch', batch, '--as', WARD);
  assert.ok([...slips.values()].every((pdf) => pdf.subarray(0, 5).toString() === '%PDF-') && slips.size > 1);
});

test('what was told stands in the journal that the ward takes out, and in what happened to each case [CHI-15.4-1]', async () => {
  const refused = await mimamori('journal', 'export', '--as', AUDITOR);
  assert.deepEqual([refused.code, refused.lines], [1, []]);
  const { code, lines } = await mimamori('journal', 'export', '--as', WARD);
  assert.equal(code, 0);
  for (const line of lines) {
    const { seq, ...fact } = JSON.parse(line) as RecordedFact & { readonly seq: number };
    journal.set(seq, fact);
  }
  const histories = new Map<string, ReadonlySet<string>>();
  for (const { seq, fact } of told.values()) {
    assert.deepEqual(journal.get(seq ?? 0), fact);
    if (!('case' in fact) || typeof fact.case !== 'string') continue;
    const known = histories.get(fact.case) ?? (await historyOf(fact.case));
    histories.set(fact.case, known);
    assert.ok(known.has(fact.id), fact.type);
  }
  assert.ok(histories.size > 10);
});

async function historyOf(id: string): Promise<ReadonlySet<string>> {
  const history = await ask<readonly { readonly fact: string }[]>('case.timeline', { case: id });
  return new Set(history.map(({ fact }) => fact));
}

test('a woman behind many numbers is erased: reports and invoices keep their bytes, her line reads 消去済み [CHI-9.1-2, PII-11-1]', async () => {
  type Line = { readonly case: string; readonly state: string };
  const linesOf = (month: string) => ask<readonly Line[]>('report.lines', { month }, WARD);
  const lines = await linesOf('2026-07');
  const [her] = lines;
  assert.ok(her);
  const hers = [...told.values()].filter(({ fact }) => 'case' in fact && fact.case === her.case);
  assert.ok(hers.length > 3, `only ${hers.length} facts of hers were told`);
  const all = async () =>
    Promise.all(
      MONTHS.flatMap((month) => [reportOf(month), invoiceOf(month)]).map(async (files) =>
        [...(await files)].filter(([name]) => name.endsWith('.json')),
      ),
    );
  const earlier = await all();
  const named = await written('report', '--month', '2026-07', '--as', WARD);
  assert.doesNotMatch(await textOf(named), HER_LINE);

  const order = ['erase', '--case', her.case, '--ref', 'WARD-2026-014'];
  const erased = await mimamori(...order, '--as', MANAGER, '--second', SUPERVISOR);
  assert.equal(erased.code, 0);

  assert.deepEqual(await all(), earlier);
  assert.deepEqual(
    (await linesOf('2026-07')).map(({ state }) => state),
    lines.map(({ case: id }) => (id === her.case ? 'erased' : 'proven')),
  );
  assert.match(await textOf(await written('report', '--month', '2026-07', '--as', WARD)), HER_LINE);
  // Her numbers still lead to her facts, and these to her case; only who she was is gone.
  const history = await historyOf(her.case);
  for (const { fact } of hers) assert.ok(history.has(fact.id));
  const verified = await mimamori('verify');
  assert.equal(verified.code, 0);
  assert.equal((verified.json as { readonly ok: boolean }).ok, true);
});

/** A row of the results table with nothing but a number and the word that she was erased. */
const HER_LINE = /^\d+ [0-9a-z]{12} 消去済み/m;

async function textOf(files: ReadonlyMap<string, Buffer>): Promise<string> {
  const pdf = files.get('results-2026-07.pdf');
  assert.ok(pdf);
  return (await readPdf(pdf)).map(({ text }) => text).join('\n');
}
