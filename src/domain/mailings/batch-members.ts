import type { BatchId, CaseId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { BatchState } from './batch.ts';
import type { Piece } from './mail.ts';

/** A batch with the cases of its women, all locked: what a decision about the whole batch is made on. */
export type BatchWithCases = { readonly batch: BatchState } & { readonly [id: CaseId]: CaseState };

/** Every piece that was planned in the batch, whatever became of it, and how many cases were decided against. */
export function membersOf(
  state: BatchWithCases,
  batch: BatchId,
): { readonly pieces: readonly Piece[]; readonly dropped: number } {
  const { batch: _own, ...cases } = state;
  const mails = Object.values(cases as Readonly<Record<CaseId, CaseState>>).map(({ mail }) => mail);
  return {
    pieces: mails.flatMap((mail) => mail.pieces.filter((piece) => piece.batch === batch)),
    dropped: mails.filter((mail) => mail.dropped.some((drop) => drop.batch === batch)).length,
  };
}
