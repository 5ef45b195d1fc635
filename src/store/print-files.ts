import type { BatchId } from '../domain/basics/ids.ts';
import type { PrintOf, PrintPart } from '../domain/decision.ts';
import { newSecretKey, type KeyRing } from '../security/programme-key.ts';
import { seal, unseal } from '../security/sealing.ts';
import type { Reader, Statement, Writer } from './connection.ts';
import { bytes, whole } from './row.ts';

const ADD_KEY: Statement = {
  name: 'print-file-add',
  text: 'insert into print_file (batch, file, epoch, wrapped) values ($1, $2, $3, $4)',
};
const ADD_PARTS: Statement = {
  name: 'print-part-add',
  text: 'insert into print_part (batch, file, part, sealed) select $1, $2, * from unnest($3::int[], $4::bytea[])',
};
const KEY: Statement = {
  name: 'print-file-key',
  text: 'select epoch, wrapped from print_file where batch = $1 and file = $2',
};
const PARTS: Statement = {
  name: 'print-parts',
  text: 'select part, sealed from print_part where batch = $1 and file = $2 order by part',
};
const DESTROY_PARTS: Statement = {
  name: 'print-part-destroy',
  text: 'delete from print_part where batch = $1 and file = $2',
};
const DESTROY_KEY: Statement = {
  name: 'print-file-destroy',
  text: 'delete from print_file where batch = $1 and file = $2',
};
const DESTROY_ALL_PARTS: Statement = { name: 'print-part-destroy-all', text: 'delete from print_part' };
const DESTROY_ALL_KEYS: Statement = { name: 'print-file-destroy-all', text: 'delete from print_file' };

/** Tables of print files: never in a generation, and their keys in no mirror (design 1, "Files"). */
export const PRINT_TABLES: readonly string[] = ['print_file', 'print_part'];

/** Seals the pages of print files, each file under a batch key of its own. */
export async function keepPrintFiles(
  writer: Writer,
  ring: KeyRing,
  files: readonly PrintOf[],
): Promise<void> {
  for (const { batch, file, parts } of files) {
    const key = newSecretKey();
    await writer.rows(ADD_KEY, [
      batch,
      file,
      ring.current.epoch,
      ring.current.wrap(nameOf(batch, file), key),
    ]);
    await writer.rows(ADD_PARTS, [
      batch,
      file,
      parts.map(({ part }) => part),
      parts.map(({ part, base64 }) => seal(key, Buffer.from(base64, 'base64'), boundTo(batch, file, part))),
    ]);
  }
}

/**
 * The pages of a print file in their order, opened. None once its key was destroyed: on its date, or by an erasure, which
 * changes the programme key and leaves no file of before behind.
 */
export async function readPrintFile(
  reader: Reader,
  ring: KeyRing,
  batch: BatchId,
  file: number,
): Promise<readonly PrintPart[]> {
  const [row] = await reader.rows(KEY, [batch, file]);
  if (!row || whole(row, 'epoch') !== ring.current.epoch) return [];
  const key = ring.current.unwrap(nameOf(batch, file), bytes(row, 'wrapped'));
  return (await reader.rows(PARTS, [batch, file])).map((one) => {
    const part = whole(one, 'part');
    return { part, base64: unseal(key, bytes(one, 'sealed'), boundTo(batch, file, part)).toString('base64') };
  });
}

/** Destroys the keys of files, and with them their pages. */
export async function destroyPrintFiles(
  writer: Writer,
  files: readonly { readonly batch: BatchId; readonly file: number }[],
): Promise<void> {
  for (const { batch, file } of files) {
    await writer.rows(DESTROY_PARTS, [batch, file]);
    await writer.rows(DESTROY_KEY, [batch, file]);
  }
}

/** Destroys every file: one of them may carry the name of a person who is being erased. They can be printed anew. */
export async function destroyAllPrintFiles(writer: Writer): Promise<void> {
  await writer.rows(DESTROY_ALL_PARTS, []);
  await writer.rows(DESTROY_ALL_KEYS, []);
}

function nameOf(batch: BatchId, file: number): string {
  return `${batch}/${file}`;
}

function boundTo(batch: BatchId, file: number, part: number): string {
  return `print|${batch}|${file}|${part}`;
}
