import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { promisify } from 'node:util';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { Invoice } from '../../src/domain/billing/invoice.ts';
import { livedYear, temporaryFolder } from '../support/lived-year.ts';
import { numberIn, paperLines, wordsAfter } from '../support/paper-lines.ts';
import { readWorkbook } from '../support/read-workbook.ts';

// Runs inside tests/simulation/year.slow.test.ts, whose year it reads.

/** An ordinary month, the month that the ward sent back once, and the last one, which is closed on its own last day. */
const MONTHS = ['2026-08', '2026-09', '2027-03'] as const;
type Month = (typeof MONTHS)[number];

const run = promisify(execFile);
const PACKAGES = new Set(['package', 'package-resend', 'package-request']);
const POSTAGE: Readonly<Record<string, string>> = {
  'postage-notice': '郵送料 案内通知',
  'postage-resend': '郵送料 案内通知の再送',
  'postage-recall': '郵送料 勧奨はがき',
  'postage-package': '郵送料 育児パッケージ',
};

let dir = '';
/** A line of the exported journal: a fact and its place. */
type Line = RecordedFact & { readonly seq: number };
let facts: readonly Line[] = [];

/** What the program itself is asked for on the command line, in a process of its own. */
async function mimamori(...words: readonly string[]): Promise<void> {
  await run(process.execPath, ['src/start.ts', ...words], { maxBuffer: 1 << 24 });
}

before(async () => {
  const town = await livedYear();
  dir = await temporaryFolder('papers');
  const lines = (await readFile(join(town, 'journal.ndjson'), 'utf8')).trim().split('\n');
  facts = lines.map((line): Line => JSON.parse(line));
  const from = ['--data', join(town, 'data'), '--as', 'account_demo-responsible-manager', '--out', dir];
  for (const month of MONTHS) {
    const edition = month === '2027-03' ? ['--edition', '1'] : [];
    await mimamori('report', '--month', month, ...edition, ...from);
    await mimamori('invoice', '--month', month, ...from);
  }
  await mimamori('report', '--year', '2026', ...from);
});

const pdf = async (name: string) => (await paperLines(await readFile(join(dir, `${name}.pdf`)))).flat();
const invoiceOf = async (month: Month): Promise<Invoice> =>
  JSON.parse(await readFile(join(dir, `invoice-${month}.json`), 'utf8'));

/** The facts that a month's report knew: recorded before it was closed for the last time, supplements aside. */
function knownIn(month: Month): readonly RecordedFact[] {
  const closings = facts.filter((fact) => fact.type === 'month.closed' && fact.month === month);
  const last = month === '2027-03' ? closings[0] : closings.at(-1);
  assert.ok(last?.type === 'month.closed');
  return facts.filter(({ seq }) => seq <= last.upTo);
}

/** Counted by hand from the journal: nothing of the program's own counting is used. */
function byHand(month: Month) {
  const known = knownIn(month);
  type Of<Type extends RecordedFact['type']> = RecordedFact & { readonly type: Type };
  const dated = <Type extends RecordedFact['type']>(type: Type, day: (fact: Of<Type>) => string) => {
    const isOf = (fact: RecordedFact): fact is Of<Type> => fact.type === type;
    return known.filter(isOf).filter((fact) => day(fact).startsWith(month));
  };
  const posted = dated('piece.posted', ({ at }) => at);
  const talks = dated('visit.completed', ({ date }) => date).filter(({ met }) => met === 'woman');
  const missed = dated('visit.missed', ({ date }) => date);
  const kinds = new Map(
    known.flatMap((fact) => (fact.type === 'piece.planned' ? [[fact.piece, fact.kind]] : [])),
  );
  const received = dated('piece.delivered', ({ on }) => on).filter(({ piece }) =>
    PACKAGES.has(kinds.get(piece) ?? ''),
  );
  const receipts = dated('postage.receipted', ({ on }) => on);
  const home = talks.filter(({ mode }) => mode === 'visit');
  const remote = talks.filter(({ mode }) => mode !== 'visit');
  const flagged = (all: typeof talks) => all.filter(({ followUp }) => followUp).length;
  return {
    notice: posted.filter(({ kind }) => kind === 'notice').length,
    resend: posted.filter(({ kind }) => kind === 'resend').length,
    reissue: posted.filter(({ kind }) => kind === 'reissue').length,
    recall: posted.filter(({ kind }) => kind === 'recall').length,
    recallMail: dated('recall.sent', ({ at }) => at).length,
    web: dated('application.received', ({ at }) => at).filter(({ channel }) => channel === 'web').length,
    phone: dated('application.received', ({ at }) => at).filter(({ channel }) => channel === 'phone').length,
    confirmed: dated('application.matched', ({ at }) => at).length,
    home: home.length,
    homeFlagged: flagged(home),
    remote: remote.length,
    remoteFlagged: flagged(remote),
    byPhone: remote.filter(({ mode }) => mode === 'phone').length,
    absent: missed.filter(({ reason }) => reason === 'absent').length,
    othersOnly: missed.filter(({ reason }) => reason === 'others-only').length,
    otherwise: missed.filter(({ reason }) => reason !== 'absent' && reason !== 'others-only').length,
    packages: new Set(received.map((fact) => fact.case)).size,
    receipts: Object.fromEntries(
      Object.keys(POSTAGE).map((code): [string, readonly [number, number]] => {
        const own = receipts.filter(
          ({ kind }) =>
            code ===
            (PACKAGES.has(kind)
              ? 'postage-package'
              : kind === 'reissue'
                ? 'postage-resend'
                : `postage-${kind}`),
        );
        const sum = (pick: (one: (typeof own)[number]) => number) =>
          own.reduce((all, one) => all + pick(one), 0);
        return [code, [sum(({ pieces }) => pieces), sum(({ amount }) => amount)]];
      }),
    ),
  };
}

for (const month of MONTHS) {
  test(`the report of ${month}, its workbook, the applications and the results table say what the journal says [CHI-9.1-2, CHI-8.2-4]`, async () => {
    const hand = byHand(month);
    const report = await pdf(`report-${month}`);
    // The first page comes first: what is repeated behind it in the months side by side is not looked at here.
    const now = (label: string, nth = 0) => numberIn(wordsAfter(report, label)[nth]?.[0]);
    assert.deepEqual(
      ['案内通知の発送', '再送', '再発行(事故等による)', '勧奨はがき', '勧奨メール'].map((label) =>
        now(label),
      ),
      [hand.notice, hand.resend, hand.reissue, hand.recall, hand.recallMail],
    );
    assert.deepEqual(
      [now('申込みの受付'), now('うち電話'), now('確定')],
      [hand.web + hand.phone, hand.phone, hand.confirmed],
    );
    assert.deepEqual(
      [
        now('見守り訪問(自宅)'),
        now('うち要フォロー'),
        now('里帰り等の面談'),
        now('うち要フォロー', 1),
        now('うち電話', 1),
      ],
      [hand.home, hand.homeFlagged, hand.remote, hand.remoteFlagged, hand.byPhone],
    );
    assert.deepEqual(
      [now('訪問時不在'), now('本人以外のみ在宅'), now('その他の未実施')],
      [hand.absent, hand.othersOnly, hand.otherwise],
    );

    const [items] = readWorkbook(await readFile(join(dir, `report-${month}.xlsx`)));
    const seen = new Map<string, number>();
    for (let row = 3; items?.cells.has(`B${row}`); row += 1) {
      const label = items.cells.get(`B${row}`)?.value.trim() ?? '';
      const nth = seen.get(label) ?? 0;
      seen.set(label, nth + 1);
      const [said, total] = wordsAfter(report, label)[nth] ?? [];
      if (said !== '実施なし') assert.equal(Number(items.cells.get(`C${row}`)?.value), numberIn(said), label);
      if (total !== '―') assert.equal(Number(items.cells.get(`D${row}`)?.value), numberIn(total), label);
    }
    assert.ok(seen.size > 20);

    const applications = await pdf(`applications-${month}`);
    const [year, number] = [Number(month.slice(0, 4)) - 2018, Number(month.slice(5))];
    const row = applications.find(
      (line) => line.startsWith(`令和${year}年${number}月`) && !line.includes('日'),
    );
    const told = (row ?? '')
      .replace(/^令和\d+年\d+月 ?/, '')
      .split(' ')
      .map(numberIn);
    assert.deepEqual(
      [told[0], told[1], told[3], told[4]],
      [hand.web, hand.phone, hand.web + hand.phone, hand.confirmed],
    );
    assert.deepEqual(
      wordsAfter(applications, '計')[0]?.slice(3, 5).map(numberIn),
      ['申込みの受付', '確定'].map((label) => numberIn(wordsAfter(report, label)[0]?.[1])),
    );

    const sums = (await pdf(`results-${month}`)).find((line) => /^計 \d+人/.test(line)) ?? '';
    assert.deepEqual(
      [...sums.matchAll(/(\d+)件/g)].map(([, count]) => Number(count)),
      [
        hand.home + hand.remote,
        hand.home,
        hand.remote,
        hand.homeFlagged + hand.remoteFlagged,
        hand.absent + hand.othersOnly + hand.otherwise,
      ],
    );
  });

  test(`the invoice of ${month} claims what the report says and the journal proves, and its receipts add up [CHI-10.2-6, CHI-10.3-1]`, async () => {
    const hand = byHand(month);
    const { lines, total, taxByRate } = await invoiceOf(month);
    const own = new Map(lines.filter(({ adjusts }) => !adjusts).map((line) => [line.code, line]));
    const quantity = (code: string) => own.get(code)?.quantity ?? 0;
    assert.deepEqual(['visit', 'visit-follow-up', 'remote', 'remote-follow-up', 'package'].map(quantity), [
      hand.home - hand.homeFlagged,
      hand.homeFlagged,
      hand.remote - hand.remoteFlagged,
      hand.remoteFlagged,
      hand.packages,
    ]);
    const paper = await pdf(`invoice-${month}`);
    const proven = paper.slice(paper.findIndex((line) => line.startsWith('■ 実費の証拠書類一覧')));
    for (const [code, label] of Object.entries(POSTAGE)) {
      const [pieces, amount] = hand.receipts[code] ?? [0, 0];
      assert.deepEqual([quantity(code), own.get(code)?.amount ?? 0], [pieces, amount], code);
      const sums = wordsAfter(proven, label).map((words) => words.map(numberIn));
      assert.deepEqual(sums, pieces === 0 ? [] : [[pieces, amount]], code);
    }
    assert.ok(paper.some((line) => line.endsWith(`金 ${total.toLocaleString('en-US')}円也`)));
    assert.deepEqual(numberIn(wordsAfter(paper, '合計(税込)')[0]?.[0]), total);
    const base = lines.reduce((sum, { amount }) => sum + amount, 0);
    assert.equal(base + taxByRate.reduce((sum, { tax }) => sum + tax, 0), total);
    const taxed = lines
      .filter(({ taxClass }) => taxClass === 'standard')
      .reduce((sum, { amount }) => sum + amount, 0);
    assert.deepEqual(
      wordsAfter(paper, '10% 対象').map((words) => words.map(numberIn)),
      taxed === 0 ? [] : [[taxed, Math.floor(taxed / 10)]],
    );
  });
}

test('the annual report adds up to the months beside each other, the month sent back counted once [CHI-9.2-1]', async () => {
  const year = await pdf('report-2026');
  const split = year.findIndex((line) => line.startsWith('■ 月別の推移'));
  const [front, months] = [year.slice(0, split), year.slice(split)];
  const head = months.find((line) => line.startsWith('項目'))?.replaceAll(' ', '');
  assert.equal(head, '項目4月5月6月7月8月9月10月11月12月1月2月3月訂正計');
  for (const label of [
    '案内通知の発送',
    '再送',
    '勧奨はがき',
    '申込みの受付',
    '見守り訪問(自宅)',
    '里帰り等の面談',
  ]) {
    const numbers = wordsAfter(months, label)[0]?.map(numberIn) ?? [];
    assert.equal(numbers.length, 14, label);
    assert.equal(numberIn(wordsAfter(front, label)[0]?.[0]), numbers.at(-1), label);
    assert.equal(
      numbers.slice(0, -1).reduce((sum, one) => sum + one, 0),
      numbers.at(-1),
      label,
    );
  }
  const posted = facts.filter((fact) => fact.type === 'piece.posted' && fact.kind === 'notice').length;
  assert.equal(numberIn(wordsAfter(front, '案内通知の発送')[0]?.[0]), posted);
  assert.deepEqual(
    wordsAfter(front, '案内通知の発送')[1]?.slice(0, 1).map(numberIn),
    [posted],
    'in the chart, too',
  );
  assert.match(year.join('\n'), /第2版に差替え/);
});
