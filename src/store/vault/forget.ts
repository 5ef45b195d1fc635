import type { PersonId } from '../../domain/basics/ids.ts';
import type { KeyRing } from '../../security/programme-key.ts';
import type { Writer } from '../connection.ts';
import { lockLinks } from './rewrap.ts';
import { FORGET_KEYS, FORGET_LINKS, FORGET_VALUES, LOCK_FOR_ERASURE } from './statements.ts';

/**
 * Waits until nobody writes values any more, and keeps them from it until the end of this transaction. To be taken
 * before values of one's own are kept: two that keep first and then want to be alone would wait for each other.
 */
export async function lockForErasure(writer: Writer): Promise<void> {
  await writer.rows(LOCK_FOR_ERASURE);
}

/**
 * After `lockForErasure`: deletes a person's values, her key and every link to her. Older copies fall with the change of
 * epoch that follows.
 */
export async function forgetPersons(
  writer: Writer,
  ring: KeyRing,
  persons: readonly PersonId[],
): Promise<void> {
  if (persons.length === 0) return;
  const alive = ring.previous ? [ring.current, ring.previous] : [ring.current];
  const owners = persons.flatMap((person) => alive.map((key) => key.ownerDigest(person)));
  await lockLinks(writer);
  await writer.rows(FORGET_VALUES, [persons]);
  await writer.rows(FORGET_KEYS, [persons]);
  await writer.rows(FORGET_LINKS, [owners]);
}
