import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inkIn, readPdf } from '../support/read-pdf.ts';
import { invoiceTold, resultsTold, toldBatch } from '../support/office-told.ts';
import { numberIn, paperLines, wordsAfter } from '../support/paper-lines.ts';
import { officePapers } from '../support/office-papers.ts';
import { renderPaper } from '../../src/print/render-paper.ts';
import { CHECKLIST_1 } from '../../src/programmes/chiyoda-visit/checklist.ts';
import { LEEWAY_1 } from '../../src/programmes/chiyoda-visit/leeway.ts';
import { chiyodaOffice } from '../../src/programmes/chiyoda-visit/papers/office.ts';
import { QUESTIONNAIRE_1 } from '../../src/programmes/chiyoda-visit/questionnaire.ts';
import { resultsTable } from '../../src/programmes/chiyoda-visit/papers/results-table.ts';
import type { Paper } from '../../src/programmes/paper.ts';
import { invoicePaper } from '../../src/programmes/papers/invoice.ts';
import { postingSlips } from '../../src/programmes/papers/posting-slip.ts';

function set(paper: Paper | undefined, tryout = false): Buffer {
  assert.ok(paper);
  const made = renderPaper(paper, tryout);
  assert.ok(made.ok, made.ok ? '' : JSON.stringify(made.error));
  return made.value;
}

const papers = officePapers();
const all = Object.entries(papers).map(([name, paper]) => ({ name, paper, pdf: set(paper) }));
const read = await Promise.all(all.map(({ pdf }) => paperLines(pdf)));

test('every page of every paper of the office has its foot with page n / m, its title and readable Japanese [DOC-13, DOC-14, DOC-21]', async () => {
  for (const [nth, { name, paper }] of all.entries()) {
    const pages = read[nth] ?? [];
    pages.forEach((lines, at) => {
      const foot = lines.findLast((line) => line.startsWith(paper.template));
      assert.ok(foot?.endsWith(`${at + 1} / ${pages.length}`), `${name}, page ${at + 1}`);
    });
    const [first = []] = pages;
    assert.ok(first.includes(paper.title.replaceAll(/ (?=\()/g, '')), name);
    assert.match(first.join('\n'), /令和\d+年\d+月\d+日/, name);
    if (paper.to)
      assert.ok(first.includes('千代田区長 様') && first.includes('株式会社見本見守りサービス'), name);
  }
});

test('nothing of any paper is printed outside the margins of its page', async () => {
  for (const { name, pdf } of all) {
    for (const page of await readPdf(pdf, 1)) {
      const [width, height] = [page.width / page.dotsAMillimetre, page.height / page.dotsAMillimetre];
      for (const [left, right] of [
        [0, 17],
        [width - 17, width],
      ] as const) {
        assert.deepEqual(inkIn(page, { left, top: 0, right, bottom: height }), [], name);
      }
    }
  }
});

test('every paper is tagged PDF/A-2a with all its fonts inside, dated with its own day [DOC-14]', () => {
  for (const { name, paper, pdf: bytes } of all) {
    const pdf = bytes.toString('latin1');
    assert.match(pdf, /pdfaid:part>2</, name);
    assert.match(pdf, /pdfaid:conformance>A</, name);
    assert.match(pdf, /\/StructTreeRoot/, name);
    assert.match(pdf, /\/Lang\s*\(ja/, name);
    const count = (what: RegExp) => (pdf.match(what) ?? []).length;
    assert.ok(count(/\/Type\s*\/FontDescriptor\b/g) > 0, name);
    assert.equal(count(/\/FontFile[23]?\s/g), count(/\/Type\s*\/FontDescriptor\b/g), name);
    assert.match(pdf, new RegExp(`<xmp:CreateDate>${paper.date}`), name);
  }
});

test('a machine elsewhere, in another language, sets the same bytes of every paper [DOC-14]', () => {
  const digests = all.map(({ paper }) => createHash('sha256').update(set(paper)).digest('hex'));
  const source = (path: string) => JSON.stringify(fileURLToPath(new URL(path, import.meta.url)));
  const program = `
    const { officePapers } = await import(${source('../support/office-papers.ts')});
    const { renderPaper } = await import(${source('../../src/print/render-paper.ts')});
    const { createHash } = await import('node:crypto');
    for (const paper of Object.values(officePapers()))
      console.log(createHash('sha256').update(renderPaper(paper, false).value).digest('hex'));`;
  const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
    encoding: 'utf8',
  });
  assert.deepEqual(elsewhere.trim().split('\n'), digests);
});

test('what a section chief reads first is one page, in an empty April and in a full March, as is the year [DOC-14, DOC-15]', async () => {
  for (const name of ['month-empty', 'month-march', 'year'] as const) {
    for (const tryout of [false, true]) {
      const [first = [], second = []] = await paperLines(set(papers[name], tryout));
      const items = first.flatMap((line) => /^([①-⑩]) /.exec(line)?.[1] ?? []);
      assert.deepEqual(items, ['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'], name);
      assert.ok(
        first.some((line) => line.startsWith('訪問と面談')),
        name,
      );
      const top = second.filter((line) => !line.includes('見本') && line !== '');
      assert.match(top[0] ?? '', /^■ 月別の推移/, name);
    }
  }
});

test('no question stands apart from its answers and no total apart from the row above it', async () => {
  const labels = [QUESTIONNAIRE_1, CHECKLIST_1, LEEWAY_1].flatMap(({ questions }) =>
    questions.map(({ label }) => label),
  );
  for (const [nth, { name, paper }] of all.entries()) {
    for (const lines of read[nth] ?? []) {
      const rows = lines.filter((line) => line !== '' && !line.startsWith(paper.template));
      const last = rows.at(-1) ?? '';
      assert.ok(!labels.some((label) => last === label || last.endsWith(` ${label}`)), name);
      const head = rows.findIndex((line) => /^計 |^差出通数・料金計 /.test(line));
      if (head >= 0) assert.ok(head > 1, `${name}: a total opens a page`);
    }
  }
});

test('an invoice has every field of a qualified invoice, and each rate its tax once [DOC-21, CHI-10.2-6]', async () => {
  const [first = [], evidence = []] = await paperLines(set(invoicePaper(chiyodaOffice, invoiceTold)));
  const { invoice } = invoiceTold;
  for (const said of ['千代田区長 様', '株式会社見本見守りサービス', '登録番号 T7123456789012'])
    assert.ok(first.includes(said), said);
  assert.match(first.join('\n'), /令和8年7月15日/);
  assert.deepEqual(wordsAfter(first, '取引の期間'), [['令和8年6月1日から令和8年6月30日まで']]);
  const rates = invoice.taxByRate.map(({ rate }) =>
    wordsAfter(first, rate === 0 ? '対象外(非課税・立替金)' : `${rate}% 対象`).map((row) =>
      row.map(numberIn),
    ),
  );
  assert.deepEqual(
    rates,
    invoice.taxByRate.map(({ base, tax }) => [[base, tax]]),
  );
  assert.deepEqual(
    wordsAfter(first, '合計(税込)').map((row) => numberIn(row[0])),
    [invoice.total],
  );
  assert.match(first.join('\n'), /金 740,080円也/);
  // The example of domain.md 6: rounded once for the rate, not line by line.
  assert.equal(numberIn(wordsAfter(first, '10% 対象')[0]?.[1]), Math.floor((246_297 + 32_715 - 4321) / 10));
  const proven = wordsAfter(evidence, '合計')[0]?.map(numberIn);
  const costs = invoice.lines.filter(({ unitPrice }) => unitPrice === undefined);
  const sum = (pick: (line: (typeof costs)[number]) => number) =>
    costs.reduce((all_, one) => all_ + pick(one), 0);
  assert.deepEqual(proven, [sum(({ quantity }) => quantity), sum(({ amount }) => amount)]);
});

test('an invoice of nothing claims nothing, a supplement is a claim of its own, a lump sum is of the year [AMB-39, CHI-10.1-2]', async () => {
  const { 'invoice-nothing': nothing, 'invoice-supplement': supplement, 'invoice-lump-sum': year } = papers;
  const [empty = []] = await paperLines(set(nothing));
  assert.ok(empty.includes('この期間は、ご請求する金額がありません。'));
  assert.ok(!empty.some((line) => line.startsWith('振込先')));
  const [later = []] = await paperLines(set(supplement));
  assert.ok(later.includes('請求書(補足 第1号)'));
  assert.match(
    wordsAfter(later, '取引の期間')[0]?.join(' ') ?? '',
    /^令和9年3月分の締切り後、令和9年4月15日まで/,
  );
  const [lump = []] = await paperLines(set(year));
  assert.match(wordsAfter(lump, '取引の期間')[0]?.[0] ?? '', /^令和8年4月1日から令和9年3月31日まで/);
});

test('the sheets of a posting slip hold every piece once, also when it has arrived, and their sums are its sums [CHI-8.4-2, CHI-10.3-2]', async () => {
  const told = toldBatch('package', 38);
  const pieces = told.pieces.map((piece, at) => ({
    ...piece,
    status: at % 2 ? ('delivered' as const) : ('posted' as const),
    tracking: piece.tracking ?? '400000000000',
    postage: 460 + at,
    postedOn: told.on,
  }));
  const pages = await paperLines(set(postingSlips(chiyodaOffice, { ...told, pieces })));
  assert.equal(pages.length, 3);
  const rows = pages.map((lines) => lines.filter((line) => /^\d+ .* 商品券在中$/.test(line)));
  assert.deepEqual(
    rows.map(({ length }) => length),
    [15, 15, 8],
  );
  const sums = pages.map((lines) => wordsAfter(lines, '差出通数・料金計')[0]?.map(numberIn));
  const money = (from: number) =>
    pieces.slice(from, from + 15).reduce((sum, { postage }) => sum + postage, 0);
  assert.deepEqual(sums, [
    [15, money(0)],
    [15, money(15)],
    [8, money(30)],
  ]);
  assert.equal(rows.flat().filter((line) => line.includes('消去済み')).length, 1);
  for (const lines of pages) assert.deepEqual(wordsAfter(lines, '差出日'), [['令和8年6月11日']]);
});

test('an erased woman prints 消去済み in the results table, and the table says what its sums leave out [DOC-14]', async () => {
  const lines = (await paperLines(set(resultsTable(resultsTold)))).flat();
  assert.deepEqual(lines.filter((line) => line.includes('消去済み')).slice(0, 1), ['6 A005-7Q 消去済み']);
  assert.match(lines.join('\n'), /件数には含めていません/);
  const whole = { ...resultsTold, women: resultsTold.women.filter(({ line }) => line !== null) };
  const kept = (await paperLines(set(resultsTable(whole)))).flat();
  assert.doesNotMatch(kept.join('\n'), /件数には含めていません/);
});

test('what is said of one woman in item 4 is never cut between two pages [DOC-14, CHI-9.1-7]', async () => {
  const [first, ...women] = resultsTold.women;
  assert.ok(first);
  const words = '体調は良好。'.repeat(40);
  const long = women.map(({ page, ...one }) => ({
    ...one,
    page: page && { ...page, answers: { ...page.answers, V12: words } },
  }));
  const pages = await paperLines(set(resultsTable({ ...resultsTold, women: [first, ...long] })));
  const heads = pages.flatMap((lines) => {
    const head = lines.findIndex((line) => line.startsWith('整理番号 氏名 訪問・面談日'));
    return head < 0 ? [] : [lines[head + 1] ?? ''];
  });
  assert.ok(heads.length > 2);
  for (const line of heads) assert.match(line, /^R8-\d+ /);
});
