import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { ok, type Result } from '../../domain/basics/result.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { sheetsByCode } from './sheet-tokens.ts';

/** Whose sheet was scanned, as far as the batch on the table is concerned. */
export type FoundSheet =
  | { readonly found: 'piece'; readonly piece: PieceId; readonly case: CaseId; readonly living: boolean }
  /** Another batch's: it has got into the wrong pile. */
  | { readonly found: 'other-batch'; readonly batch: BatchId }
  | { readonly found: 'nothing' };

/** Finds the sheet that a code stands on. It is told to nobody who scans whose it is. */
export async function findSheet(
  door: EntryDoor,
  batch: BatchId,
  typed: string,
  by: By,
): Promise<Result<FoundSheet, GateRefusal>> {
  const asked = await sheetsByCode(door, [typed], by);
  if (!asked.ok) return asked;
  const [found] = asked.value.values();
  if (!found) return ok({ found: 'nothing' });
  const { piece, case: id, living } = found;
  return ok(
    found.batch === batch
      ? { found: 'piece', piece, case: id, living }
      : { found: 'other-batch', batch: found.batch },
  );
}
