import type { BatchId } from '../../domain/basics/ids.ts';
import { ok, type Result } from '../../domain/basics/result.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { plainToken, sheetTokens, type SheetToken } from './sheet-tokens.ts';

/** Whose sheet each code is, for the batches that lie on a table together. Keys as `plainToken` writes them. */
export async function matchSheets(
  door: Pick<EntryDoor, 'ask'>,
  batches: readonly BatchId[],
  by: By,
): Promise<Result<ReadonlyMap<string, SheetToken>, GateRefusal>> {
  const found = new Map<string, SheetToken>();
  for (const batch of new Set(batches)) {
    const tokens = await sheetTokens(door, batch, by);
    if (!tokens.ok) return tokens;
    for (const one of tokens.value) if (one.token !== null) found.set(plainToken(one.token), one);
  }
  return ok(found);
}
