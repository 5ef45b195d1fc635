import type { ProgrammeCalendar } from '../calendar/programme-days.ts';
import type { UrgentClass } from '../facts/consultation.ts';

/** By when the ward must be reached (AMB-41): minutes by the clock, the same day, or the end of the next office day. */
export type UrgentLimit =
  | { readonly within: 'minutes'; readonly minutes: number }
  | { readonly within: 'same-day' }
  | { readonly within: 'next-office-day'; readonly by: string };

export type UrgentRules = {
  readonly limits: Readonly<Record<UrgentClass, UrgentLimit>>;
  /** Functions of the ward in the order in which they are called (緊急連絡体制, SEC-7); their numbers stand in the emergency manual. */
  readonly contacts: readonly string[];
  /** The one of them that answers at night and on days without an office (宿直); called first then. */
  readonly nightDesk: string;
  /** Hours of the ward's offices on their days, HH:MM. */
  readonly officeHours: { readonly from: string; readonly to: string };
  /** The ward's office days (AMB-43). */
  readonly office: ProgrammeCalendar;
};
