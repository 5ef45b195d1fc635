import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Press } from '../../print/press.ts';
import { renderPaper } from '../../print/render-paper.ts';
import type { Paper } from '../../programmes/paper.ts';
import type { Programme } from '../../programmes/programme.ts';

/**
 * What the papers of the office need of a place. `tryout`: every page says 見本; without the word it does. `setPaper`:
 * a press that sets them elsewhere; without one they are set here. Whoever makes papers asks everything first and sets
 * then, so that a caller may go on as soon as the first is being set.
 */
export type OfficeDoor = {
  readonly programme: Programme;
  readonly tryout?: boolean;
  readonly now: () => Instant;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  readonly setPaper?: Press['paper'];
};

/** A file as it is written out: its bytes are the same whenever it is made of the same data. */
export type PaperFile = { readonly name: string; readonly bytes: Uint8Array };

export type NoPaper =
  | { readonly type: 'refused'; readonly refusal: GateRefusal }
  | { readonly type: 'not-found'; readonly id: string }
  /** Made again, the numbers or lines do not have the digest that was frozen: nothing is printed of them. */
  | { readonly type: 'not-proven'; readonly id: string }
  /** The programme orders no such papers. */
  | { readonly type: 'no-papers'; readonly programme: string }
  /** A character that no font has, by file and row: whose it is, the list with the same numbers shows. */
  | { readonly type: 'missing-glyph'; readonly file: string; readonly rows: readonly number[] }
  | { readonly type: 'paper-broken'; readonly file: string; readonly why: string };

/** Sets a paper and names its file. */
export async function paperFile(
  { tryout = true, setPaper }: Pick<OfficeDoor, 'tryout' | 'setPaper'>,
  name: string,
  paper: Paper,
): Promise<Result<PaperFile, NoPaper>> {
  const set = setPaper ? await setPaper(paper, tryout) : renderPaper(paper, tryout);
  if (set.ok) return ok({ name: `${name}.pdf`, bytes: set.value });
  return set.error.type === 'missing-glyph'
    ? err({ type: 'missing-glyph', file: name, rows: set.error.rows.map(({ row }) => row + 1) })
    : err({ type: 'paper-broken', file: name, why: set.error.why });
}

/** Several papers; one that cannot be set ends it. */
export async function paperFiles(
  door: OfficeDoor,
  papers: readonly (readonly [name: string, paper: Paper])[],
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const files: PaperFile[] = [];
  for (const made of await Promise.all(papers.map(([name, paper]) => paperFile(door, name, paper)))) {
    if (!made.ok) return made;
    files.push(made.value);
  }
  return ok(files);
}
