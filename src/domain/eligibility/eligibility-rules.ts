import type { DateRange } from '../calendar/date-range.ts';
import type { City } from '../text/town-table.ts';

/**
 * Who is covered (CHI-4). The window and the days of visits stand in `booking-rules.ts`: who is booked is who is visited.
 */
export type EligibilityRules = {
  /** Sending target ②: she reaches the 8th month within it (CHI-4.1-2). */
  readonly sending: DateRange;
  /** Re-send and recall target ②: shorter than `sending` by the month of the next contract (CHI-4.3-2). */
  readonly resending: DateRange;
  /**
   * What counts as residence on the reference day when the ward has told no date for it, or the day lies after its
   * list (AMB-03, AMB-59): `ward-list`, who is on the list lives here; `computed`, it is not known and is asked.
   */
  readonly residence: 'ward-list' | 'computed';
  /** A due date further than so many days from the one we have is a question, not a change (design.md section 6). */
  readonly dueDateTolerance: number;
  /** The municipality: a new place of visit lies in it (CHI-8.14-6, AMB-55). */
  readonly ward: City;
};
