import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { PieceKind, ReturnReason } from '../../domain/facts/mailing.ts';
import { readTracking } from '../../domain/text/tracking.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';

export type ReturnOutcome = {
  readonly what: 'returned' | 'again' | 'number-wrong' | 'unknown' | 'refused';
  readonly kind?: PieceKind;
  readonly piece?: PieceId;
  readonly case?: CaseId;
  /** What the post cannot reach any more: the ward is told (CHI-8.1-9). */
  readonly unreachable?: boolean;
  readonly refusal?: GateRefusal;
};

type Numbered = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly status: string;
};

/** One envelope that came back, scanned by the number of its label, with the reason that stands on it (CHI-8.1-8). */
export async function scanReturn(
  door: EntryDoor,
  { typed, reason, on }: { readonly typed: string; readonly reason: ReturnReason; readonly on: CivilDate },
  by: By,
): Promise<ReturnOutcome> {
  const read = readTracking(typed);
  if (!read.ok) return { what: 'number-wrong' };
  const asked = await door.ask('piece.of-numbers', { numbers: [read.number] }, by);
  if (!asked.ok) return { what: 'refused', refusal: asked.error };
  const [found] = asked.value as readonly Numbered[];
  if (!found) return { what: 'unknown' };
  const { piece, case: id, kind, status } = found;
  if (status === 'returned') return { what: 'again', piece, case: id, kind };
  const input = { piece, case: id, on, reason, source: 'envelope' };
  const done = await door.execute([{ row: 'piece.return', input }], by);
  if (!done.ok) return { what: 'refused', piece, case: id, kind, refusal: done.error };
  const unreachable = done.value.facts.some(({ type }) => type === 'case.unreachable');
  return { what: 'returned', piece, case: id, kind, unreachable };
}
