import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { VoidReason } from '../../domain/facts/mailing.ts';
import { readTracking } from '../../domain/text/tracking.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { findSheet } from './find-sheet.ts';

/** What a scan at the enclosing table did, or why it did nothing. */
export type SheetOutcome = {
  readonly what:
    | 'enclosed'
    /** Scanned before; scanned once more it is taken out. */
    | 'again'
    | 'taken-out'
    | 'labelled'
    | 'same-label'
    | 'sheet-first'
    | 'number-taken'
    | 'voided'
    | 'void-copy'
    | 'pull'
    | 'outdated'
    | 'other-batch'
    | 'unknown'
    | 'refused';
  readonly piece?: PieceId;
  readonly case?: CaseId;
  /** The other batch that the sheet belongs to. */
  readonly batch?: BatchId;
  readonly refusal?: GateRefusal;
  /** The envelope that the next label is for. */
  readonly last?: PieceId;
  /** The sheet that is taken out when it is scanned once more. */
  readonly again?: PieceId;
};

export type SheetScan = {
  readonly batch: BatchId;
  readonly typed: string;
  /** What the scan before had left open; a scan that is lost is only scanned again. */
  readonly last?: string | undefined;
  readonly again?: string | undefined;
};

/**
 * One scan at the enclosing table: a sheet goes into its envelope, the label after it onto that envelope, the same sheet
 * a third time comes out again. Every yes is a fact before the next scan; nothing is counted in the browser.
 */
export async function scanSheet(door: EntryDoor, scan: SheetScan, by: By): Promise<SheetOutcome> {
  const { batch, typed, last, again } = scan;
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (readTracking(typed).ok || /^[A-D]?\d{8,}[A-D]?$/i.test(digits)) return scanLabel(door, scan, by);
  const sheet = await findSheet(door, batch, typed, by);
  if (!sheet.ok) return { what: 'refused', refusal: sheet.error };
  const open = last === undefined ? {} : { last: last as PieceId };
  if (sheet.value.found === 'nothing') return { what: 'unknown', ...open };
  if (sheet.value.found === 'other-batch') return { what: 'other-batch', batch: sheet.value.batch, ...open };
  const { piece, case: id, living } = sheet.value;
  const whose = { piece, case: id };
  if (!living) return { what: 'void-copy', ...whose };
  if (again === piece) {
    const out = await door.execute([{ row: 'piece.take-out', input: { batch, ...whose } }], by);
    return out.ok ? { what: 'taken-out', ...whose } : { what: 'refused', ...whose, refusal: out.error };
  }
  const done = await door.execute([{ row: 'piece.enclose', input: { batch, ...whose } }], by);
  if (done.ok) return { what: 'enclosed', ...whose, last: piece };
  switch (done.error.refused) {
    case 'piece-enclosed':
      return { what: 'again', ...whose, last: piece, again: piece };
    case 'pull-this-piece':
      return { what: 'pull', ...whose, refusal: done.error };
    case 'piece-outdated':
      return { what: 'outdated', ...whose };
    default:
      return { what: 'refused', ...whose, refusal: done.error };
  }
}

/** A label: it belongs to the envelope whose sheet was scanned before it. */
async function scanLabel(door: EntryDoor, { batch, typed, last }: SheetScan, by: By): Promise<SheetOutcome> {
  if (last === undefined) return { what: 'sheet-first' };
  const asked = await door.ask('batch.pieces', { batch }, by);
  if (!asked.ok) return { what: 'refused', refusal: asked.error };
  const pieces =
    (
      asked.value as
        | { readonly pieces: readonly { piece: PieceId; case: CaseId; label: string | null }[] }
        | undefined
    )?.pieces ?? [];
  const found = pieces.find(({ piece }) => piece === last);
  if (!found) return { what: 'sheet-first' };
  const { piece, case: id, label } = found;
  const whose = { piece, case: id };
  const read = readTracking(typed);
  if (read.ok && label === read.number) return { what: 'same-label', ...whose };
  const tracking = read.ok ? read.number : typed.slice(0, 40);
  const done = await door.execute([{ row: 'piece.label', input: { batch, ...whose, tracking } }], by);
  if (done.ok) return { what: 'labelled', ...whose };
  switch (done.error.refused) {
    case 'taken':
      return { what: 'number-taken', ...whose, last: piece };
    case 'pull-this-piece':
      return { what: 'pull', ...whose, refusal: done.error };
    case 'piece-outdated':
      return { what: 'outdated', ...whose };
    default:
      return { what: 'refused', ...whose, refusal: done.error, last: piece };
  }
}

/** A sheet that is no good, scanned as it goes into the box of spoiled or pulled sheets. */
export async function voidSheet(
  door: EntryDoor,
  { batch, typed }: Pick<SheetScan, 'batch' | 'typed'>,
  reason: VoidReason,
  by: By,
): Promise<SheetOutcome> {
  const sheet = await findSheet(door, batch, typed, by);
  if (!sheet.ok) return { what: 'refused', refusal: sheet.error };
  if (sheet.value.found === 'nothing') return { what: 'unknown' };
  if (sheet.value.found === 'other-batch') return { what: 'other-batch', batch: sheet.value.batch };
  const { piece, case: id, living } = sheet.value;
  const whose = { piece, case: id };
  if (!living) return { what: 'void-copy', ...whose };
  const done = await door.execute([{ row: 'piece.void', input: { batch, ...whose, reason } }], by);
  return done.ok ? { what: 'voided', ...whose } : { what: 'refused', ...whose, refusal: done.error };
}
