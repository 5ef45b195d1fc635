import type { CivilDate } from '../basics/civil-date.ts';

/** How long the link of a letter speaks, and to whom it speaks of later. Quantities are ours; the ward may change them. */
export type PortalRules = {
  /** So many days after her last right ended it still answers her, then it shows the telephone number alone. */
  readonly daysAfterLastRight: number;
  /** From when women of the next contract can take a date: they get the notice of this one only (CHI-4.1-3). */
  readonly nextContractFrom: CivilDate;
};
