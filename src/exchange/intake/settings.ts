import type { PregnancyWeeks } from '../../domain/calendar/pregnancy.ts';

/** What the checks of a list must know of the programme. */
export type IntakeSettings = {
  /** As it stands in addresses: 千代田区. */
  readonly municipality: string;
  /** What the 7th and 8th month mean (AMB-02). */
  readonly weeks: PregnancyWeeks;
  /** Digits of 整理番号, where the ward pads it with zeros: then a shorter one has lost some. */
  readonly referenceDigits?: number;
};
