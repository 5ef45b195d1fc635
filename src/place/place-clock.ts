import type { Instant } from '../domain/basics/instant.ts';
import { townNow, type TownClock } from '../domain/place/town-clock.ts';
import { readCard, writeCard } from './card.ts';

/**
 * The clock of a place: the real one, or that of its town, which begins to go the first time somebody asks for it. What
 * two processes write at the same moment differs by less than anybody sees; each goes by what was written last.
 */
export async function placeClock(card: string, real: () => Instant): Promise<() => Instant> {
  const found = await readCard(card);
  if (!found?.clock) return real;
  const { town, since } = found.clock;
  if (since) return townTime({ town, since }, real);
  await writeCard(card, { ...found, clock: { town, since: real() } });
  return placeClock(card, real);
}

/** Leaves the town of a try-out place standing at this moment. */
export async function standStill(card: string, town: Instant): Promise<void> {
  const found = await readCard(card);
  if (!found?.tryout) throw new Error('Only a try-out place can stand still');
  await writeCard(card, { ...found, clock: { town } });
}

function townTime(clock: TownClock, real: () => Instant): () => Instant {
  return () => townNow(clock, real());
}
