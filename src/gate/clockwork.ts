import { dayOfInstant } from '../domain/basics/instant.ts';
import { automaticDuties } from '../store/questions/duties.ts';
import { execute } from './execute.ts';
import type { GateParts } from './gate.ts';

/** What a tick did: duties carried out, and those that were refused with their reason (they stay and are seen). */
export type Tick = {
  readonly done: number;
  readonly refused: readonly { readonly duty: string; readonly reason: string }[];
};

const AT_ONCE = 500;

/**
 * Carries out what is due by itself, as `system:clock`, each under a key of duty and day, so that two clocks or a
 * repeated tick do it once. There is no other timer: `serve` ticks, and the simulation with its own clock.
 */
export async function tick(parts: GateParts): Promise<Tick> {
  const today = dayOfInstant(parts.now());
  const refused: { duty: string; reason: string }[] = [];
  let done = 0;
  for (const duty of await automaticDuties(parts.database.reader, today, AT_ONCE)) {
    const outcome = await execute(parts, [{ row: duty.row, input: { case: duty.case } }], {
      actor: 'system:clock',
      key: `${duty.key}@${duty.starts}`,
    });
    if (outcome.ok) done += 1;
    else refused.push({ duty: duty.key, reason: outcome.error.refused });
  }
  return { done, refused };
}
