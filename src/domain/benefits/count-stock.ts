import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { witnesses } from './receive-stock.ts';
import { inStock, type Stock } from './stock.ts';

/** The monthly count of the safe by two people (CHI-8.4-14). */
export type CountStock = { readonly counted: number };

/** A count that fits is a fact; one that differs is a fact too, and opens an incident: nothing is corrected silently. */
export function countStock(
  { stock }: { readonly stock: Stock },
  { counted }: CountStock,
  { actor, second }: Context,
): Decision {
  const type = counted === inStock(stock).length ? 'stock.counted' : 'stock.differed';
  return { facts: [{ type, serials: [], count: counted, witnesses: witnesses(actor, second) }] };
}
