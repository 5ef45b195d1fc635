import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inquiryTold, invoiceTold, receiptTold, toldBatch } from '../../../tests/support/office-told.ts';
import type { Cell, Paper, TableBlock } from '../paper.ts';
import { chiyodaOffice } from '../chiyoda-visit/papers/office.ts';
import { countSheet } from './count-sheet.ts';
import { custodyReceipt } from './custody-receipt.ts';
import { dispatchList } from './dispatch-list.ts';
import { invoicePaper } from './invoice.ts';
import { listInquiry } from './list-inquiry.ts';
import { written } from './numbers.ts';
import { pickList } from './pick-list.ts';
import { PIECES_ON_SLIP, postingSlips } from './posting-slip.ts';

const tables = (paper: Paper): readonly TableBlock[] =>
  paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const said = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : (cell?.text ?? ''));
const amount = (cell: Cell | undefined) =>
  Number(
    said(cell)
      .replaceAll(/[,円通点]/g, '')
      .replace('△', '-'),
  );
const all = (paper: Paper) => JSON.stringify(paper.blocks);

test('numbers are grouped in thousands and a minus is △', () => {
  assert.deepEqual([0, 999, 1000, 1_234_567, -4321].map(written.number), [
    '0',
    '999',
    '1,000',
    '1,234,567',
    '△4,321',
  ]);
  assert.equal(written.percent(1, 3), '33%');
  assert.equal(written.percent(1, 0), '―');
});

test('an invoice names issuer, T-number, recipient, day and due day, and taxes each rate once [DOC-21, CHI-10.2-6]', () => {
  const paper = invoicePaper(chiyodaOffice, invoiceTold);
  assert.equal(paper.to, '千代田区長 様');
  assert.ok(paper.from?.some((line) => line.includes('T7123456789012')));
  assert.match(all(paper), /金740,080円也/);
  assert.match(all(paper), /令和8年8月14日/);
  const [lines, rates, receipts] = tables(paper);
  assert.equal(
    lines?.rows.reduce((sum, row) => sum + amount(row[3]), 0),
    amount(lines?.totals?.[0]?.[1]),
  );
  const taxed = rates?.rows.reduce((sum, row) => sum + amount(row[1]) + amount(row[2]), 0);
  assert.equal(taxed, invoiceTold.invoice.total);
  assert.equal(amount(rates?.totals?.[0]?.[1]), invoiceTold.invoice.total);
  const claimed = invoiceTold.invoice.lines.filter(({ unitPrice }) => unitPrice === undefined);
  assert.equal(
    amount(receipts?.totals?.at(-1)?.[2]),
    claimed.reduce((sum, line) => sum + line.amount, 0),
  );
});

test('a posting slip holds every piece once, at most fifteen a sheet, with sums that fit [CHI-8.4-2, CHI-10.3-2]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), (size) => {
      const batch = toldBatch('notice', size);
      const paper = postingSlips(chiyodaOffice, batch);
      assert.ok(paper);
      const slips = tables(paper).filter(({ columns }) => columns[1]?.head === 'お届け先のお名前');
      assert.equal(slips.length, Math.ceil(size / PIECES_ON_SLIP));
      assert.equal(slips.flatMap(({ rows }) => rows).length, size);
      for (const { rows, totals } of slips) {
        assert.ok(rows.length <= PIECES_ON_SLIP);
        assert.equal(amount(totals?.[0]?.[1]), rows.length);
        const complete = rows.every((row) => said(row[3]) !== '');
        const money = rows.reduce((sum, row) => sum + amount(row[3]), 0);
        assert.equal(said(totals?.[0]?.[2]), complete ? `${written.number(money)}円` : '');
      }
    }),
    { numRuns: 30 },
  );
});

test('the name of an erased woman is printed nowhere, her piece is still counted [DOC-05]', () => {
  const batch = toldBatch('notice', 9);
  for (const paper of [
    pickList(batch),
    dispatchList(chiyodaOffice, batch),
    postingSlips(chiyodaOffice, batch),
  ]) {
    assert.ok(paper);
    assert.match(all(paper), /消去済み/);
  }
  const [list] = tables(dispatchList(chiyodaOffice, batch));
  const posted = batch.pieces.filter(({ postedOn }) => postedOn !== undefined);
  assert.equal(list?.rows.length, posted.length);
  assert.equal(
    amount(list?.totals?.[0]?.[2]),
    posted.reduce((sum, { postage = 0 }) => sum + postage, 0),
  );
});

test('a count sheet shows what is recorded beside what was counted, for two signatures at each hand-over [CHI-8.4-13]', () => {
  const batch = toldBatch('package', 20);
  const paper = countSheet(batch);
  const [stages] = tables(paper);
  const recorded = stages?.rows.map((row) => said(row[1]));
  assert.deepEqual(recorded, ['21', '―', '1', '0', '18']);
  assert.equal(paper.blocks.filter(({ kind }) => kind === 'signatures').length, 2);
  assert.match(all(pickList(batch)), /TC1000/);
});

test('a custody receipt says when, what, how much, on which medium, from whom to whom [DOC-02, PII-11-1]', () => {
  const words = all(custodyReceipt(chiyodaOffice, receiptTold));
  for (const one of [
    '令和8年5月1日 10時30分',
    '対象者一覧',
    '61行',
    'CD-R',
    'C-0012',
    '健康推進課',
    '見守り訪問事務局',
  ]) {
    assert.ok(words.includes(one), one);
  }
});

test('an inquiry names line, column, reason and due day of each question [PII-9-4]', () => {
  const paper = listInquiry(chiyodaOffice, inquiryTold);
  const [list] = tables(paper);
  assert.deepEqual(
    list?.rows.map((row) => [said(row[1]), said(row[2])]),
    [
      ['全体', '―'],
      ['7行目', '―'],
      ['12行目', '氏名'],
      ['31行目', '出産予定日'],
    ],
  );
  assert.match(said(list?.rows[1]?.[3]), /「出産予定日」: 存在しない日付/);
  assert.ok(
    paper.about.some(([label, value]) => label === 'ご回答の期限' && value.includes('令和8年5月7日')),
  );
});
