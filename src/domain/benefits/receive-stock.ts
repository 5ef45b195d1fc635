import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { setOf, type Stock } from './stock.ts';

/** Voucher sets that come into the safe, counted by two people. */
export type ReceiveStock = {
  readonly serials: readonly string[];
  readonly expiry: CivilDate;
  readonly count: number;
};

export type ReceiveStockRefusal =
  | RefusalOf<'count-differs', { counted: number; serials: number }>
  | RefusalOf<'serial-known', { serial: string }>
  | RefusalOf<'already-expired', { expiry: CivilDate }>;

export function receiveStock(
  { stock }: { readonly stock: Stock },
  { serials, expiry, count }: ReceiveStock,
  { actor, second, today }: Context,
): Decision | ReceiveStockRefusal {
  const different = new Set(serials);
  if (different.size !== count || serials.length !== count) {
    return { refused: 'count-differs', counted: count, serials: different.size };
  }
  const known = serials.find((serial) => setOf(stock, serial) !== undefined);
  if (known !== undefined) return { refused: 'serial-known', serial: known };
  if (expiry <= today) return { refused: 'already-expired', expiry };
  return { facts: [{ type: 'stock.received', serials, expiry, count, witnesses: witnesses(actor, second) }] };
}

/** Both people of a two-person act, as they stand in the fact. */
export function witnesses(actor: string, second: string | undefined): readonly string[] {
  return second === undefined ? [actor] : [actor, second];
}
