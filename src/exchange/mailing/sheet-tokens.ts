import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { ok, type Result } from '../../domain/basics/result.ts';
import { readSheetCode, type SheetCode } from '../../domain/text/sheet-code.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';

/** A printed copy that was found by the code at its foot; `living`: this copy may still go. */
export type FoundCopy = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly batch: BatchId;
  readonly living: boolean;
};

type Coded = FoundCopy & { readonly code: SheetCode };
type Answered = { readonly sheets: readonly Coded[]; readonly unmarked: readonly BatchId[] };
type Opened = Omit<FoundCopy, 'batch'> & { readonly token: string | null };

/**
 * Whose sheets were scanned, by code. Each is found by its mark, whatever the size of its batch; that somebody had them
 * compared stands in the log with her name. Codes of copies that were printed before copies had marks are opened and
 * compared by the machine.
 */
export async function sheetsByCode(
  door: Pick<EntryDoor, 'ask'>,
  typed: readonly string[],
  by: By,
): Promise<Result<ReadonlyMap<string, FoundCopy>, GateRefusal>> {
  const codes = [...new Set(typed.flatMap((one) => readSheetCode(one) ?? []))];
  const found = new Map<string, FoundCopy>();
  if (codes.length === 0) return ok(found);
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'scan' };
  const asked = await door.ask('piece.sheets', { codes }, printer);
  if (!asked.ok) return asked;
  const { sheets, unmarked } = asked.value as Answered;
  for (const { code, ...copy } of sheets) found.set(code, copy);
  for (const batch of unmarked) {
    const missing = new Set(codes.filter((code) => !found.has(code)));
    if (missing.size === 0) break;
    const opened = await door.ask('piece.tokens', { batch }, printer);
    if (!opened.ok) return opened;
    for (const { token, piece, case: id, living } of opened.value as readonly Opened[]) {
      const code = token === null ? undefined : readSheetCode(token);
      if (code && missing.has(code)) found.set(code, { piece, case: id, batch, living });
    }
  }
  return ok(found);
}

/** A code as it is compared, whatever the scanner or a hand made of it. */
export function plainToken(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}
