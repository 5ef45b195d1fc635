import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { CaseId } from '../../domain/basics/ids.ts';
import { backupPlace } from '../../place/backup.ts';
import { erasePersons } from '../../place/erasure.ts';
import { tick } from '../../gate/clockwork.ts';
import { MANIFEST_FILE } from '../../store/backup/generation.ts';
import { readPdf } from '../../../tests/support/read-pdf.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { commitRows } from '../../../tests/support/take-in.ts';
import { woman } from '../../../tests/support/ward-women.ts';
import { printBatch, type FileDoor } from './print-batch.ts';

const { place, person, setNow, dir } = await testPlace('2026-04-20');
const [manager, supervisor, clerk, operator] = [
  await person('responsible-manager'),
  await person('work-supervisor'),
  await person('mailing-clerk'),
  await person('operator'),
];
const door: FileDoor = {
  programme: place.programme,
  tryout: true,
  now: place.parts.now,
  ask: place.ask,
  execute: place.execute,
};
const workers = 0;
const batch = 'batch_files';
await commitRows(place, clerk, [woman(1), woman(2), woman(3)]);
const cases = (
  await place.database.reader.rows({ name: 'files-cases', text: 'select "case" from p_case order by 1' })
).map((row) => String(row['case']) as CaseId);
const pieces = cases.map((id, index) => ({ batch, case: id, piece: `piece_${index}` }));
const done = async (row: string, input: object, actor: string) => {
  const outcome = await place.execute([{ row, input }], { actor });
  assert.ok(outcome.ok, outcome.ok ? '' : `${row}: ${JSON.stringify(outcome.error)}`);
  return outcome.value.facts;
};
const rowsOf = (text: string) => place.database.reader.rows({ name: `test-${text}`, text });
await done(
  'batch.begin-without-word',
  { batch, kind: 'notice', month: '2026-04', planned: 3, reason: 'agreed-with-ward' },
  manager,
);
for (const piece of pieces) await done('piece.plan', piece, clerk);
await done('batch.fix', { batch, cases }, clerk);
for (const piece of pieces) await done('piece.print', piece, clerk);

test('the pages wait sealed, are handed out once, and the list says where each letter lies [CHI-8.1-4, TSU-1]', async () => {
  const taken = await printBatch(door, batch, { actor: clerk }, { workers });
  assert.ok(taken.ok, taken.ok ? '' : JSON.stringify(taken.error));
  const [file] = taken.value;
  assert.ok(file && taken.value.length === 1 && file.parts.length === 1);
  const pages = await readPdf(file.parts[0] ?? Buffer.of());
  assert.equal(pages.length, 3);
  assert.equal(file.manifest.length, 3);
  for (const { page, token } of file.manifest) {
    assert.ok(pages[page - 1]?.text.includes(token), `the token of page ${page}`);
  }
  const sealed = await rowsOf('select sealed from print_part');
  assert.equal(sealed.length, 2);
  for (const { sealed: bytes } of sealed) assert.ok(!Buffer.from(bytes as Buffer).includes('%PDF'));

  const again = await printBatch(door, batch, { actor: clerk }, { workers });
  assert.ok(
    !again.ok && again.error.type === 'refused' && again.error.refusal.refused === 'print-file-taken',
  );
});

test('who took a print file stands in the log before the pages leave, and who may not gets none [CHI-8.1-4] [INC-24]', async () => {
  const lines = await rowsOf('select line from access_entry order by ord');
  const entries = lines.map((row): { word: string; row: string; second?: string; subjects?: string[] } =>
    JSON.parse(String(row['line'])),
  );
  const exported = entries.filter(({ row, word }) => row === 'letters.file' && word === 'exported');
  assert.equal(exported.length, 1);
  assert.deepEqual([exported[0]?.second, exported[0]?.subjects?.length], [clerk, 3]);
  const denied = await printBatch(door, batch, { actor: operator }, { workers });
  assert.ok(!denied.ok && denied.error.type === 'refused' && denied.error.refusal.refused === 'denied');
});

test('a copy that was voided and printed again comes in a file of its own, alone [CHI-8.1-4, TSU-1]', async () => {
  const [spoiled] = pieces;
  await done('piece.void', { ...spoiled, reason: 'spoiled' }, clerk);
  await done('piece.print', { ...spoiled }, clerk);
  const taken = await printBatch(door, batch, { actor: clerk }, { workers });
  assert.ok(taken.ok, taken.ok ? '' : JSON.stringify(taken.error));
  assert.deepEqual(
    taken.value.map(({ file, manifest }) => [file, manifest.map(({ piece, copy }) => `${piece}.${copy}`)]),
    [[2, ['piece_0.2']]],
  );
});

test('of two clerks who fetch the same new copy at once, one gets it [TSU-1]', async () => {
  const [, second] = pieces;
  await done('piece.void', { ...second, reason: 'spoiled' }, clerk);
  await done('piece.print', { ...second }, clerk);
  const both = await Promise.all(
    [clerk, manager].map((actor) => printBatch(door, batch, { actor }, { workers })),
  );
  assert.equal(both.filter(({ ok }) => ok).length, 1);
});

test('the manager may have a file again for a reason that the journal keeps [TSU-1]', async () => {
  const refused = await printBatch(door, batch, { actor: clerk }, { workers, again: 'printer-failed' });
  assert.ok(!refused.ok && refused.error.type === 'refused' && refused.error.refusal.refused === 'denied');
  const taken = await printBatch(door, batch, { actor: manager }, { workers, again: 'printer-failed' });
  assert.ok(taken.ok && taken.value.length === 3);
});

test('a generation carries no page and no key of a print file [CHI-8.1-4]', async () => {
  const made = await backupPlace(place, { dir: join(dir, 'generations'), second: join(dir, 'elsewhere') });
  assert.ok(made.ok, JSON.stringify(made));
  const names = await readdir(join(dir, 'generations'), { recursive: true });
  const manifests = names.filter((name) => basename(name) === MANIFEST_FILE);
  assert.equal(manifests.length, 1);
  const manifest = await readFile(join(dir, 'generations', manifests[0] ?? ''), 'utf8');
  assert.ok(manifest.includes('"claim"') && !manifest.includes('print_'));
  assert.equal((await rowsOf('select 1 from print_file')).length, 3);
});

test('the clock destroys the keys on their date and not a day before [CHI-8.1-4]', async () => {
  setNow('2026-06-18');
  assert.equal((await tick(place.parts)).done['batch.destroy-file'], undefined);
  setNow('2026-06-19');
  assert.equal((await tick(place.parts)).done['batch.destroy-file'], 3);
  assert.equal((await rowsOf('select 1 from print_part')).length, 0);
  const gone = await printBatch(door, batch, { actor: manager }, { workers, again: 'file-lost' });
  assert.ok(!gone.ok && gone.error.type === 'refused' && gone.error.refusal.refused === 'print-file-gone');
});

test('an erasure leaves no print file behind, whoever is in it [PII-12-1]', async () => {
  const [, , third] = pieces;
  await done('piece.void', { ...third, reason: 'spoiled' }, clerk);
  await done('piece.print', { ...third }, clerk);
  assert.ok((await printBatch(door, batch, { actor: clerk }, { workers })).ok);
  assert.equal((await rowsOf('select 1 from print_file')).length, 1);
  const [gone] = cases;
  assert.ok(gone);
  const erased = await erasePersons(
    place,
    { cases: [gone], ref: 'WARD-1', witnesses: [manager, supervisor] },
    { actor: manager, second: supervisor },
  );
  assert.ok(erased.ok, JSON.stringify(erased));
  assert.equal((await rowsOf('select 2 from print_file')).length, 0);
  assert.equal((await rowsOf('select 2 from print_part')).length, 0);
});
