import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';

export type DayNotYet = RefusalOf<'day-not-yet', { on: CivilDate }>;

/** What has happened to her cannot lie in the future; a typing mistake here would stop or release the wrong things. */
export function dayNotYet(on: CivilDate, { today }: Context): DayNotYet | undefined {
  return on > today ? { refused: 'day-not-yet', on } : undefined;
}
