import type { CivilDate } from './basics/civil-date.ts';

/**
 * What a municipality ordered, as far as decisions need it. Values stand in `programmes/`; the readings of doubtful
 * clauses (requirements.md section 10) are settings here, each named with its AMB number.
 */
export type Rules = {
  readonly contract: { readonly year: number; readonly from: CivilDate; readonly to: CivilDate };
};
