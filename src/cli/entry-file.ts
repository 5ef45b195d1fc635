import { readFile } from 'node:fs/promises';
import type { GateRefusal } from '../gate/refusal.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import { entryWords } from '../programmes/words/mail-entry.ts';
import { formatTracking } from '../domain/text/tracking.ts';
import type { Output } from './output.ts';

/** The bytes of a file named on the command line, or the reason on stderr. */
export async function readEntryFile(path: string, out: Output): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    out.problem(`ファイルを開けません: ${path}`);
    return undefined;
  }
}

type Line = {
  readonly line: number;
  readonly tracking?: string;
  readonly what: keyof typeof entryWords;
  readonly problem?: string;
  readonly other?: number;
  readonly refusal?: GateRefusal;
};

/** Every line that a person has to look at, then how many of each kind there are. */
export function sayEntries(
  lines: readonly Line[],
  problems: Readonly<Record<string, string>>,
  out: Output,
): void {
  const counts = new Map<keyof typeof entryWords, number>();
  for (const one of lines) {
    counts.set(one.what, (counts.get(one.what) ?? 0) + 1);
    if (!LOOK.includes(one.what)) continue;
    const number = one.tracking === undefined ? '' : ` ${formatTracking(one.tracking)}`;
    const twin = one.other === undefined ? '' : `（${one.other}行目と）`;
    const why = one.refusal
      ? gateSentence(one.refusal)
      : (problems[one.problem ?? ''] ?? entryWords[one.what]);
    out.problem(`${one.line}行目${number}: ${twin}${why}`);
  }
  for (const [what, count] of counts) out.line(`${entryWords[what]}: ${count}件`);
}

const LOOK: readonly (keyof typeof entryWords)[] = ['wrong', 'refused', 'pull', 'look'];
