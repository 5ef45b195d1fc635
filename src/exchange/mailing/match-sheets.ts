import type { BatchId } from '../../domain/basics/ids.ts';
import { ok, type Result } from '../../domain/basics/result.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { sheetsByCode, type FoundCopy } from './sheet-tokens.ts';

/** Whose sheet each of these codes is, for the batches that lie on a table together. Keys as `plainToken` writes them. */
export async function matchSheets(
  door: Pick<EntryDoor, 'ask'>,
  typed: readonly string[],
  batches: readonly BatchId[],
  by: By,
): Promise<Result<ReadonlyMap<string, FoundCopy>, GateRefusal>> {
  const found = await sheetsByCode(door, typed, by);
  if (!found.ok) return found;
  return ok(new Map([...found.value].filter(([, { batch }]) => batches.includes(batch))));
}
