import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { By } from '../../gate/gate.ts';
import {
  LETTERS_A_PART,
  letterParts,
  startSetters,
  type Effort,
  type LetterPart,
} from '../../print/render-letters.ts';
import type { NotSet } from '../../print/set-letters.ts';
import {
  openLetters,
  runOf,
  type NoLetters,
  type OpenedLetter,
  type OpenedLetters,
  type PrintDoor,
} from './open-letters.ts';

/** Where each letter lies: part and page both count from 1; a letter of two pages is named by its first. */
export type ManifestLine = {
  readonly piece: string;
  readonly copy: number;
  readonly token: string;
  readonly template: string;
  readonly part: number;
  readonly page: number;
  readonly pages: number;
};

/** Letters of a batch. `pdf` is the first part: all of them as long as they fit into one. */
export type BatchLetters = {
  readonly pdf: Buffer;
  readonly letters: number;
  readonly parts: readonly Buffer[];
  readonly manifest: readonly ManifestLine[];
};

/** The letters of a batch (`openLetters`), in the order of their pieces, as few PDFs as can be. */
export async function lettersOfBatch(
  door: PrintDoor,
  batch: string,
  by: By,
  effort: Effort = { workers: 1 },
): Promise<Result<BatchLetters, NoLetters>> {
  for await (const all of letterFiles(door, batch, by, { ...effort, most: Infinity })) return all;
  throw new Error('Letters were opened and none was set');
}

/** What letters may be in one file: `most` of them at most, and none `without`, which are in a file already. */
export type FileWish = Effort & {
  readonly most: number;
  readonly without?: readonly string[];
  /** There will be letters: the threads read their fonts while names and addresses are opened. */
  readonly early?: boolean;
};

/**
 * The same in files of at most `most` letters, one after the other: whoever keeps one has the next set meanwhile, and no
 * more than two are in memory. When a letter of a file cannot be set, nothing of that file is, and no other follows; the
 * letters after it are still tried, so that everything that is wrong is named at once.
 */
export async function* letterFiles(
  door: PrintDoor,
  batch: string,
  by: By,
  { workers, most, without = [], early = false }: FileWish,
): AsyncGenerator<Result<BatchLetters, NoLetters>> {
  const started = early ? startSetters(runOf(door), workers) : undefined;
  const idle = () => Promise.all((started ?? []).map((thread) => thread.end()));
  const opened = await openLetters(door, batch, by, without).catch(async (error: unknown) => {
    await idle();
    throw error;
  });
  if (!opened.ok) {
    await idle();
    yield opened;
    return;
  }
  const { run, letters } = opened.value;
  const problems: NoLetters[] = [];
  let parts: LetterPart[] = [];
  for await (const { first, set } of letterParts(
    run,
    letters.map(({ letter }) => letter),
    { workers },
    started,
  )) {
    const count = Math.min(LETTERS_A_PART, letters.length - first);
    if (!set.ok) problems.push(inPieces(set.error, letters.slice(first)));
    if (!set.ok || problems.length > 0) continue;
    parts.push({ first, letters: count, pdf: set.value });
    const isFull = parts.length * LETTERS_A_PART + LETTERS_A_PART > most;
    if (!isFull && first + count < letters.length) continue;
    yield ok(fileOf(parts, opened.value));
    parts = [];
  }
  const [problem] = problems;
  if (problem) yield err(joined(problem, problems));
}

function fileOf(set: readonly LetterPart[], { run, letters }: OpenedLetters): BatchLetters {
  const parts = set.map(({ pdf }) => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  const [pdf] = parts;
  if (!pdf) throw new Error('Letters were set and there is no part');
  const pagesOf = new Map(run.templates.map(({ name, pages }) => [name, pages]));
  const manifest = set.flatMap(({ first, letters: count }, index) =>
    linesOf(letters.slice(first, first + count), index + 1, pagesOf),
  );
  return { pdf, letters: manifest.length, parts, manifest };
}

function linesOf(
  letters: readonly OpenedLetter[],
  part: number,
  pagesOf: ReadonlyMap<string, number>,
): readonly ManifestLine[] {
  let page = 1;
  return letters.map(({ piece, copy, letter: { token, template } }) => {
    const pages = pagesOf.get(template) ?? 1;
    const from = page;
    page += pages;
    return { piece, copy, token, template, part, page: from, pages };
  });
}

/** What is wrong with some letters, named by their pieces. */
export function inPieces(problem: NotSet, letters: readonly OpenedLetter[]): NoLetters {
  if (problem.type === 'template-broken') return problem;
  return { type: problem.type, pieces: problem.letters.flatMap((at) => letters[at]?.piece ?? []) };
}

/** All pieces with the first kind of problem. */
function joined(first: NoLetters, problems: readonly NoLetters[]): NoLetters {
  if (first.type !== 'missing-glyph' && first.type !== 'too-long') return first;
  const { type } = first;
  return { type, pieces: problems.flatMap((one) => (one.type === type ? one.pieces : [])) };
}
