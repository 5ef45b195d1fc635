import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { ok, type Result } from '../../domain/basics/result.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { plainToken, sheetTokens } from './sheet-tokens.ts';

/** Whose sheet was scanned, as far as the batch on the table is concerned. */
export type FoundSheet =
  | { readonly found: 'piece'; readonly piece: PieceId; readonly case: CaseId; readonly living: boolean }
  /** Another batch's: it has got into the wrong pile. */
  | { readonly found: 'other-batch'; readonly batch: BatchId }
  | { readonly found: 'nothing' };

type Batch = { readonly batch: BatchId; readonly state: string; readonly month: string };

/** As many batches back a sheet in the wrong pile is looked for. */
const OTHERS = 12;

/**
 * Finds the sheet that a token stands on. Tokens are compared by the machine and shown to nobody; that somebody had them
 * compared stands in the log with her name.
 */
export async function findSheet(
  door: EntryDoor,
  batch: BatchId,
  typed: string,
  by: By,
): Promise<Result<FoundSheet, GateRefusal>> {
  const wanted = plainToken(typed);
  if (!/^[0-9A-Z]{6,24}$/.test(wanted)) return ok({ found: 'nothing' });
  const here = await sheetTokens(door, batch, by);
  if (!here.ok) return here;
  const found = here.value.find(({ token }) => token !== null && plainToken(token) === wanted);
  if (found) {
    const { piece, case: id, living } = found;
    return ok({ found: 'piece', piece, case: id, living });
  }
  const balance = await door.ask('mailing.balance', {}, by);
  if (!balance.ok) return balance;
  const others = (balance.value as { readonly batches: readonly Batch[] }).batches
    .filter((other) => other.batch !== batch && other.state !== 'planning')
    .toSorted((a, b) => (a.month > b.month ? -1 : 1))
    .slice(0, OTHERS);
  for (const other of others) {
    const tokens = await sheetTokens(door, other.batch, by);
    if (!tokens.ok) return tokens;
    if (tokens.value.some(({ token }) => token !== null && plainToken(token) === wanted)) {
      return ok({ found: 'other-batch', batch: other.batch });
    }
  }
  return ok({ found: 'nothing' });
}
