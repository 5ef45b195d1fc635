import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import type { RecordedFact } from '../../src/domain/facts.ts';
import { readTracking } from '../../src/domain/text/tracking.ts';
import type { YearSummary } from '../../src/simulation/year/summary.ts';

const run = promisify(execFile);
const PEOPLE = 60;

let dir = '';
let facts: readonly RecordedFact[] = [];
let summary: YearSummary;

/** A year lived by the program itself, in a process of its own. */
async function live(name: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const out = join(dir, name);
  const words = ['--programme', 'chiyoda-visit', '--people', String(PEOPLE), '--seed', '4', '--out', out];
  await run(process.execPath, ['src/start.ts', 'simulate', ...words], {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 24,
  });
  return out;
}

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'mimamori-year-'));
  // The server's own account passes through; otherwise it would keep its files elsewhere.
  await chmod(dir, 0o711);
  const out = await live('one');
  const lines = (await readFile(join(out, 'journal.ndjson'), 'utf8')).trim().split('\n');
  facts = lines.map((line): RecordedFact => JSON.parse(line));
  summary = JSON.parse(await readFile(join(out, 'summary.json'), 'utf8'));
});

after(async () => {
  await rm(dir, { recursive: true, force: true });
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
  assert.equal(summary.counts.cases, PEOPLE);
  assert.equal(new Set(only('month.closed').map(({ month }) => month)).size, 12);
  const accepted = new Set(only('report.accepted').map(({ month }) => month));
  assert.equal(accepted.size, 13, 'twelve months and the year');
  const billed = new Set(only('invoice.issued').map(({ month }) => month));
  assert.equal(billed.size, 13, 'twelve months and the lump sum');
  assert.equal(only('report.returned').length, 1);
  assert.equal(only('invoice.paid').length, only('invoice.issued').filter(({ amount }) => amount > 0).length);
});

test('a package leaves within the programme days it is due in [CHI-8.4-3]', () => {
  const due = new Map<string, string>();
  let packages = 0;
  for (const fact of facts) {
    if (fact.type === 'benefit.granted' || fact.type === 'benefit.released') due.set(fact.case, fact.dueBy);
    if (fact.type !== 'piece.posted' || fact.kind !== 'package') continue;
    packages += 1;
    assert.ok(
      fact.at.slice(0, 10) <= (due.get(fact.case) ?? ''),
      `posted ${fact.at}, due ${due.get(fact.case)}`,
    );
  }
  assert.ok(packages > 20);
});

test('nobody is sent a second re-send, recall card or automatic package [CHI-8.1-9] [CHI-8.9-2] [CHI-8.4-7]', () => {
  for (const kind of ['notice', 'resend', 'recall', 'package', 'package-resend']) {
    const cases = only('piece.posted').flatMap((fact) => (fact.kind === kind ? [fact.case] : []));
    assert.equal(new Set(cases).size, cases.length, kind);
  }
});

test('every number of the post is right and belongs to one piece [CHI-8.1-7]', () => {
  const numbers = only('piece.posted').flatMap(({ tracking }) => tracking ?? []);
  assert.ok(numbers.length > PEOPLE);
  assert.equal(new Set(numbers).size, numbers.length);
  for (const number of numbers) assert.ok(readTracking(number).ok);
});

/** What may not happen to a woman any more once this was told, written by hand from design.md section 4. */
const NEVER_AFTER: Readonly<Partial<Record<RecordedFact['type'], readonly string[]>>> = {
  'case.loss-reported': ['notice', 'resend', 'reissue', 'recall', 'mail', 'date', 'survey'],
  'case.died': ['notice', 'resend', 'reissue', 'recall', 'mail', 'date', 'survey'],
  'case.withdrawn': ['notice', 'resend', 'reissue', 'recall', 'mail', 'date', 'survey'],
  'case.birth-reported': ['notice', 'resend', 'reissue', 'recall'],
  'case.unreachable': ['notice', 'resend', 'reissue', 'recall'],
};

test('what a stop stops does not happen to her any more, in the whole journal [AMB-38] [CHI-8.14-5]', () => {
  const stopped = new Map<string, Set<string>>();
  let stops = 0;
  for (const fact of facts) {
    const id = 'case' in fact ? fact.case : undefined;
    if (!id) continue;
    const way = wayOf(fact);
    if (way) assert.ok(!stopped.get(id)?.has(way), `${fact.at} ${fact.type} after a stop of ${way}`);
    if (fact.type === 'case.stop-lifted') stopped.delete(id);
    const ends = NEVER_AFTER[fact.type];
    if (!ends) continue;
    stops += 1;
    stopped.set(id, new Set([...(stopped.get(id) ?? []), ...ends]));
  }
  assert.ok(stops > 10);
});

function wayOf(fact: RecordedFact): string | undefined {
  switch (fact.type) {
    case 'piece.posted':
      return fact.kind;
    case 'message.sent':
    case 'recall.sent':
      return 'mail';
    case 'booking.made':
    case 'booking.moved':
      return 'date';
    case 'survey.sent':
      return 'survey';
    default:
      return undefined;
  }
}

test('every kind of fact that the programme cannot do without happens in the year [B-01]', () => {
  const wanted = `list.received list.question-raised list.question-answered list.committed case.opened
    case.due-date-changed case.contact-changed case.moved case.protection-changed case.loss-reported
    case.birth-reported case.died case.paused case.resumed case.withdrawn case.stop-lifted case.unreachable
    case.closed case.carried-over invite.issued invite.redeemed invite.revoked batch.fixed batch.sampled
    batch.released batch.counted piece.printed piece.voided piece.posted piece.delivered piece.returned piece.lost
    postage.receipted resident.registered consent.recorded application.received application.matched
    booking.made booking.cancelled visit.assigned visit.completed visit.missed consultation.recorded
    referral.made referral.received urgent.raised urgent.reported urgent.acknowledged urgent.closed
    benefit.granted benefit.held benefit.packed redispatch.requested stock.received stock.counted stock.returned
    stock.destroyed stock.differed recall.sent message.sent call.made inquiry.opened inquiry.answered
    inquiry.escalated inquiry.closed ward.told ward.asked ward.answered survey.sent survey.answered month.closed
    report.issued report.returned report.accepted invoice.issued invoice.received invoice.paid`;
  const missing = wanted.split(/\s+/).filter((type) => !summary.facts[type]);
  assert.deepEqual(missing, []);
});

test('the same seed lives the same year on a machine elsewhere: journal, papers, lists and summary [B-07]', async () => {
  const again = await live('two', { TZ: 'America/New_York', LANG: 'C' });
  for (const folder of ['lists', 'letters', 'reports', 'invoices', '.']) {
    const [one, two] = [join(dir, 'one', folder), join(again, folder)];
    const names = (await readdir(one, { withFileTypes: true })).flatMap((entry) =>
      entry.isFile() ? [entry.name] : [],
    );
    assert.ok(names.length > 0, folder);
    for (const name of names) {
      const [first, second] = [await readFile(join(one, name)), await readFile(join(two, name))];
      assert.ok(first.equals(second), `${folder}/${name} differs`);
    }
  }
});
