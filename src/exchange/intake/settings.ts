import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { MemberRules } from '../../domain/members/member-rules.ts';
import type { PregnancyWeeks } from '../../domain/calendar/pregnancy.ts';

/** What the checks of a list must know of the programme. */
export type IntakeSettings = {
  /** As it stands in addresses: 千代田区. */
  readonly municipality: string;
  /** What the 7th and 8th month mean (AMB-02), where pregnant women are listed. */
  readonly weeks?: PregnancyWeeks | undefined;
  /** Where insured persons are listed: whom the list may name. */
  readonly recall?: RecallSettings;
  /** Digits of 整理番号, where the ward pads it with zeros: then a shorter one has lost some. */
  readonly referenceDigits?: number;
};

export type RecallSettings = Pick<MemberRules, 'leastAge'> & {
  /** Fiscal year of the contract. */
  readonly year: number;
  readonly today: CivilDate;
};
