import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { witnesses } from './receive-stock.ts';
import { setOf, type Stock } from './stock.ts';

/** Voucher sets that are destroyed or given back at the end, with the ward's consent. */
export type DestroyStock = { readonly serials: readonly string[]; readonly ref: string };

export type DestroyStockRefusal = RefusalOf<'serial-not-in-stock', { serial: string }>;

export function destroyStock(
  { stock }: { readonly stock: Stock },
  { serials, ref }: DestroyStock,
  { actor, second }: Context,
): Decision | DestroyStockRefusal {
  const absent = serials.find((serial) => setOf(stock, serial)?.status !== 'in');
  if (absent !== undefined) return { refused: 'serial-not-in-stock', serial: absent };
  return {
    facts: [
      { type: 'stock.destroyed', serials, count: serials.length, ref, witnesses: witnesses(actor, second) },
    ],
  };
}
