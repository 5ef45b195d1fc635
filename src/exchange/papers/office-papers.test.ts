import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import { randomIds } from '../../security/random-ids.ts';
import { casesIn, takeInFile, value } from '../../../tests/support/take-in.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { target, wardFile } from '../../../tests/support/ward-file.ts';
import { batchPapers } from './batch-papers.ts';
import { listPapers } from './list-papers.ts';
import type { OfficeDoor } from './paper-files.ts';
import { reportPapers } from './report-papers.ts';

const ids = randomIds();
const { place, person, setNow } = await testPlace('2026-05-01');
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');
const operator = await person('operator');
const door: OfficeDoor = { programme: place.programme, tryout: true, now: place.parts.now, ask: place.ask };

const taken = value(
  await takeInFile(
    place,
    clerk,
    await wardFile([
      target(1, { 氏名: '見本　一子', 氏名カナ: 'ミホン　イチコ' }),
      target(2, { 支援措置: '' }),
    ]),
    { commit: true },
  ),
);

test('a list gives its custody receipt and, for the refused row, an inquiry to the ward [DOC-02, PII-11-1]', async () => {
  const made = await listPapers(door, taken.list, { actor: clerk });
  assert.ok(made.ok, JSON.stringify(made));
  assert.deepEqual(
    made.value.map(({ name }) => name),
    [`${taken.list}-custody-receipt.pdf`, `${taken.list}-inquiry.pdf`],
  );
  const again = await listPapers(door, taken.list, { actor: clerk });
  assert.deepEqual(again, made);
});

test('the papers of a batch are for the mailing room, and whoever makes them is remembered [DOC-05, DOC-18]', async () => {
  const [woman] = await casesIn(place);
  assert.ok(woman);
  const [batch, piece] = [ids.fresh('batch'), ids.fresh('piece')];
  const did = async (row: string, input: object) => {
    const done = await place.execute([{ row, input }], { actor: manager });
    assert.ok(done.ok, `${row}: ${done.ok ? '' : done.error.refused}`);
  };
  setNow('2026-05-12');
  const member = { batch, case: woman, piece };
  await did('batch.begin-without-word', {
    batch,
    kind: 'notice',
    month: '2026-05',
    planned: 1,
    reason: 'agreed-with-ward',
  });
  await did('piece.plan', member);
  await did('batch.fix', { batch, cases: [woman] });
  await did('piece.print', { ...member, template: 'notice-1' });
  const before = await batchPapers(door, batch, { actor: clerk });
  assert.ok(before.ok, JSON.stringify(before));
  assert.deepEqual(
    before.value.map(({ name }) => name.slice(batch.length + 1)),
    ['pick-list.pdf', 'count-sheet.pdf', 'posting-slip.pdf', 'dispatch-list.pdf'],
  );
  const refused = await batchPapers(door, batch, { actor: operator });
  assert.ok(!refused.ok && refused.error.type === 'refused');
  const read = await place.database.reader.rows(
    {
      name: 'test-readings-of-batch',
      text: `select count(*)::int as n from access_entry
           where line::jsonb ->> 'actor' = $1 and line::jsonb ->> 'row' = 'batch.show'`,
    },
    [clerk],
  );
  assert.deepEqual(read, [{ n: 1 }]);
});

test('a closed month gives report, applications and results as PDF and workbook, the same bytes each time [DOC-13, DOC-14]', async () => {
  setNow('2026-06-02');
  const month = '2026-05' as YearMonth;
  const open = await reportPapers(door, { month }, { actor: manager });
  assert.ok(!open.ok && open.error.type === 'not-found');
  for (const one of ['2026-04', month]) {
    const closed = await place.execute([{ row: 'month.close', input: { month: one } }], { actor: manager });
    assert.ok(closed.ok, closed.ok ? '' : closed.error.refused);
  }
  const first = await reportPapers(door, { month }, { actor: manager });
  assert.ok(first.ok, JSON.stringify(first));
  assert.deepEqual(
    first.value.map(({ name }) => name),
    [
      'report-2026-05.pdf',
      'applications-2026-05.pdf',
      'results-2026-05.pdf',
      'report-2026-05.xlsx',
      'results-2026-05.xlsx',
    ],
  );
  setNow('2026-07-20');
  assert.deepEqual(await reportPapers(door, { month }, { actor: manager }), first);
});
