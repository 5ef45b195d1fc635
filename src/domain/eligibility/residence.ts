import type { CivilDate } from '../basics/civil-date.ts';
import type { Standing } from '../standing/standing.ts';
import type { Judged } from './condition.ts';

/**
 * Whether she lives in the ward on a day, by what the ward has told (AMB-59: registration counts): moves out and back,
 * and 住定日. Nothing told against it means that she does.
 */
export function residesOn(standing: Standing, day: CivilDate): Judged {
  const { movedOut, away, opened } = standing;
  const isAway = away.some(({ from, until }) => from <= day && day < until);
  if (isAway || (movedOut && movedOut.on <= day)) return ['unmet', 'moved-out'];
  if (opened?.residentSince && opened.residentSince > day) return ['unmet', 'settled-later'];
  return ['met', 'lives-in-ward'];
}

/**
 * Residence on the reference day of the sending target (CHI-4.1-1). What the ward has told of that day decides; where
 * it has told nothing, the reading of AMB-03. 住定日 is the day at this address: after a move inside the ward it says
 * less than it seems, so `settled-later` is a question to the ward, who may designate her (CHI-4.4-1).
 */
export function residedOnReferenceDay(
  standing: Standing,
  reference: CivilDate,
  today: CivilDate,
  reading: 'ward-list' | 'computed',
): Judged {
  const told = residesOn(standing, reference);
  if (told[0] === 'unmet') return told;
  if (reference > today) {
    return [reading === 'ward-list' ? 'met' : 'unknown', 'reference-day-after-list'];
  }
  if (standing.opened?.residentSince) return ['met', 'settled-by-then'];
  return reading === 'ward-list' ? ['met', 'listed-by-ward'] : ['unknown', 'no-date-told'];
}
