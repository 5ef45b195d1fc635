import type { CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { witnesses } from './receive-stock.ts';
import { setOf, type Stock } from './stock.ts';

/** A package that came back is opened by two people and its voucher sets go back into the safe. */
export type ReturnStock = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly serials: readonly string[];
};

export type ReturnStockRefusal =
  | RefusalOf<'package-not-back', { piece: PieceId }>
  | RefusalOf<'serials-differ', { packed: number; found: number }>
  | RefusalOf<'already-back', { piece: PieceId }>;

/** What was packed must be found, serial by serial; a missing one is an incident, not a smaller number. */
export function returnStock(
  state: { readonly case: CaseState; readonly stock: Stock },
  { case: id, piece, serials }: ReturnStock,
  { actor, second }: Context,
): Decision | ReturnStockRefusal {
  const { mail, benefit } = state.case;
  const sent = mail.pieces.find((one) => one.piece === piece);
  const packed = benefit.packed.findLast((one) => one.piece === piece)?.serials;
  const back = sent?.status === 'returned' || sent?.status === 'voided' || sent?.status === 'withdrawn';
  if (!packed || !back || !id) return { refused: 'package-not-back', piece };
  const found = new Set(serials);
  if (found.size !== packed.length || packed.some((serial) => !found.has(serial))) {
    return { refused: 'serials-differ', packed: packed.length, found: found.size };
  }
  if (packed.some((serial) => setOf(state.stock, serial)?.piece !== piece)) {
    return { refused: 'already-back', piece };
  }
  return {
    facts: [
      {
        type: 'stock.returned',
        serials: packed,
        count: packed.length,
        piece,
        witnesses: witnesses(actor, second),
      },
    ],
    release: packed.map((serial) => ({ kind: 'serial', key: serial })),
  };
}
