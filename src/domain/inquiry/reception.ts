import type { RecordedFact } from '../facts.ts';

/**
 * The reception book (受付簿). Every enquiry locks its one stream and takes the next number in the same transaction:
 * numbers have no gap (what is rolled back took none) and no double, and their order is the order of opening.
 */
export type ReceptionState = { readonly last: number };

export const noReception: ReceptionState = { last: 0 };

export function evolveReception(state: ReceptionState, fact: RecordedFact): ReceptionState {
  return fact.type === 'reception.entered' ? { last: fact.no } : state;
}
