import type { Result } from '../../domain/basics/result.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import { decodeList, findEncoding } from '../intake/encoding.ts';
import { readTable, type TableForm, type TableRow } from '../intake/table.ts';

/** A line of a file of numbers: its cells by the name of the column, or nothing when the cells do not fit the header. */
export type EntryLine = { readonly line: number; readonly cell: TableRow['cell'] | undefined };

/** Reads a CSV that a scanner, a spreadsheet or the post has written: CP932 or UTF-8, columns by name, in any order. */
export async function readEntries(
  bytes: Uint8Array,
  form: TableForm,
): Promise<Result<readonly EntryLine[], FileRefusal>> {
  const encoding = findEncoding(bytes);
  if (!encoding.ok) return encoding;
  const lines: EntryLine[] = [];
  const read = await readTable(
    decodeList(bytes, encoding.value),
    form,
    ({ line, cell }) => lines.push({ line, cell }),
    ({ line }) => lines.push({ line, cell: undefined }),
  );
  return read.ok ? { ok: true, value: lines } : read;
}
