import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { ok, type Result } from '../../domain/basics/result.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';

/** The code that stands on one printed copy; `living`: this copy may still go. */
export type SheetToken = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly living: boolean;
  readonly token: string | null;
};

/** The codes on the sheets of a batch, opened by the printer's right; who had them compared stands in the log. */
export async function sheetTokens(
  door: Pick<EntryDoor, 'ask'>,
  batch: BatchId,
  by: By,
): Promise<Result<readonly SheetToken[], GateRefusal>> {
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'scan' };
  const asked = await door.ask('piece.tokens', { batch }, printer);
  return asked.ok ? ok(asked.value as readonly SheetToken[]) : asked;
}

/** A code as it is compared, whatever the scanner or a hand made of it. */
export function plainToken(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}
