import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { dayOfInstant, instantAt, type Instant } from '../../domain/basics/instant.ts';

/** The driven clock of a simulated year. It stands still until somebody sets it, and never goes back. */
export type Clock = {
  readonly now: () => Instant;
  readonly today: () => CivilDate;
  /** `time` is HH:MM. An earlier time of the same day is left as it is; an earlier day is a fault of the driver. */
  readonly set: (day: CivilDate, time: string) => void;
};

export function drivenClock(from: CivilDate, time: string): Clock {
  let now = instantAt(from, time);
  return {
    now: () => now,
    today: () => dayOfInstant(now),
    set: (day, at) => {
      const wanted = instantAt(day, at);
      if (wanted >= now) now = wanted;
      else if (day < dayOfInstant(now)) throw new Error(`The clock cannot go back from ${now} to ${wanted}`);
    },
  };
}
