import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { AgainReason } from '../../domain/mailings/print-file.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Effort } from '../../print/render-letters.ts';
import { letterFiles, type ManifestLine } from './letters.ts';
import type { NoLetters, PrintDoor } from './open-letters.ts';

/** What handing out letters needs beside printing them: commands. */
export type FileDoor = PrintDoor & {
  readonly execute: (
    calls: readonly { readonly row: string; readonly input: unknown }[],
    by: By,
  ) => Promise<Result<unknown, GateRefusal>>;
};

/** A print file as it is handed out: its PDFs, and where each letter lies. */
export type TakenFile = {
  readonly file: number;
  readonly parts: readonly Buffer[];
  readonly manifest: readonly ManifestLine[];
};

type Files = {
  readonly files: readonly { readonly file: number; readonly taken: number; readonly destroyed: boolean }[];
  readonly filed: readonly string[];
};
type Part = { readonly part: number; readonly base64: string };

/** So many letters in one print file: each file is one command, held in memory as a whole. */
const LETTERS_A_FILE = 125;

/**
 * Hands out the letters of a batch: copies that are in no print file yet are set and kept in files, sealed under keys of
 * their own; then every file that nobody has taken is taken and opened. So each printed copy is handed out once. With `again`
 * the files are handed out that somebody had already, which is the manager's to say.
 */
export async function printBatch(
  door: FileDoor,
  batch: string,
  by: By,
  { again, ...effort }: Effort & { readonly again?: AgainReason | undefined },
): Promise<Result<readonly TakenFile[], NoLetters>> {
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'papers' };
  const before = await filesOf(door, batch, by);
  if (!before.ok) return before;
  const { files: known, filed } = before.value;
  const wish = { ...effort, most: LETTERS_A_FILE, without: filed, early: known.length === 0 };
  let last = known.length;
  for await (const made of letterFiles(door, batch, by, wish)) {
    if (made.ok) {
      last += 1;
      const kept = await door.execute([keepCall(batch, last, made.value)], printer);
      if (!kept.ok) return err({ type: 'refused', refusal: kept.error });
    } else if (made.error.type !== 'nothing-printed' || known.length === 0) {
      return made;
    }
  }
  const now = await filesOf(door, batch, by);
  if (!now.ok) return now;
  const living = now.value.files.filter(({ destroyed }) => !destroyed);
  const waiting = living.filter(({ taken }) => again !== undefined || taken === 0);
  const files = waiting.length > 0 ? waiting : now.value.files.slice(-1);
  const taken = await Promise.all(files.map(({ file }) => takeFile(door, batch, file, by, again)));
  const whole: TakenFile[] = [];
  for (const one of taken) {
    if (!one.ok) return one;
    whole.push(one.value);
  }
  return ok(whole);
}

async function takeFile(
  door: FileDoor,
  batch: string,
  file: number,
  by: By,
  again: AgainReason | undefined,
): Promise<Result<TakenFile, NoLetters>> {
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'papers' };
  const call = again
    ? { row: 'batch.take-file-again', input: { batch, file, again } }
    : { row: 'batch.take-file', input: { batch, file } };
  const took = await door.execute([call], by);
  if (!took.ok) return err({ type: 'refused', refusal: took.error });
  const opened = await door.ask('letters.file', { batch, file }, printer);
  if (!opened.ok) return err({ type: 'refused', refusal: opened.error });
  const found = opened.value as readonly Part[];
  if (found.length === 0) return err({ type: 'file-gone', file });
  const [list, ...parts] = found.map(({ base64 }) => Buffer.from(base64, 'base64'));
  return ok({ file, parts, manifest: JSON.parse(list?.toString('utf8') ?? '[]') });
}

async function filesOf(door: FileDoor, batch: string, by: By): Promise<Result<Files, NoLetters>> {
  const asked = await door.ask('batch.files', { batch }, by);
  return asked.ok ? ok(asked.value as Files) : err({ type: 'refused', refusal: asked.error });
}

/** Part 0 is the list of what lies where, the others are the PDFs. */
function keepCall(
  batch: string,
  file: number,
  { parts, manifest }: { readonly parts: readonly Buffer[]; readonly manifest: readonly ManifestLine[] },
): { readonly row: string; readonly input: unknown } {
  const all = [Buffer.from(JSON.stringify(manifest)), ...parts];
  const digest = createHash('sha256');
  for (const part of all) digest.update(part);
  return {
    row: 'batch.keep-file',
    input: {
      batch,
      file,
      copies: manifest.map(({ piece, copy }) => ({ piece, copy })),
      sha256: digest.digest('hex'),
      parts: all.map((bytes, part) => ({ part, base64: bytes.toString('base64') })),
    },
  };
}
