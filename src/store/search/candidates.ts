import type { Candidate, AgreeingKey, PersonKeys } from './person-keys.ts';
import { backwards, type PersonIndex } from './person-index.ts';
import { slotsWith } from './warnings.ts';

/** Everybody who agrees in at least one key that is more than a day of birth, in the order of lists. */
export function findCandidates(
  index: PersonIndex,
  keys: Partial<Pick<PersonKeys, AgreeingKey>>,
): readonly Candidate[] {
  const phoneBack = backwards(keys.phone ?? '');
  const agreeing: readonly (readonly [AgreeingKey, readonly number[]])[] = [
    ['reference', slotsWith(index, 'reference', keys.reference ?? '')],
    ['kana', slotsWith(index, 'kana', keys.kana ?? '')],
    ['phone', slotsWith(index, 'phoneBack', phoneBack)],
    ['address', slotsWith(index, 'address', keys.address ?? '')],
  ];
  const agrees = new Map<number, AgreeingKey[]>();
  for (const [key, slots] of agreeing) {
    for (const slot of slots) {
      const known = agrees.get(slot);
      if (known) known.push(key);
      else agrees.set(slot, [key]);
    }
  }
  return [...agrees]
    .toSorted(([a], [b]) => index.compareShown(a, b))
    .map(([slot, found]) => ({
      person: index.personAt(slot),
      cases: index.casesAt(slot),
      agrees:
        keys.birthDate && index.columns.birthDate[slot] === keys.birthDate ? [...found, 'birthDate'] : found,
    }));
}
