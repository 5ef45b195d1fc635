import type { CivilDate } from '../basics/civil-date.ts';
import type { BookingId, CaseId } from '../basics/ids.ts';

type Words = Readonly<Record<string, string>>;

/** The visit record as the visitor fills it in, from the first question to the stamp. */
export type CompleteVisit = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly date: CivilDate;
  /** HH:MM, begin and end of the talk. */
  readonly from: string;
  readonly to: string;
  /** Who took part; only a talk with the woman herself is one (CHI-8.4-11, 8.8-6). */
  readonly met: 'woman' | 'partner' | 'others';
  /** From afar: what she said herself, all three, before anything else (CHI-8.8-5). */
  readonly identity?:
    | { readonly name: boolean; readonly birthDate: boolean; readonly address: boolean }
    | undefined;
  /** From afar: nobody could see or hear the visitor (CHI-8.8-12). */
  readonly privatePlace?: boolean | undefined;
  /** "Still pregnant today?" (CHI-4.2-3); if not, the day of birth. */
  readonly pregnant: boolean;
  readonly born?: CivilDate | undefined;
  readonly checklist: string;
  readonly leeway?: string | undefined;
  readonly consent: 'given' | 'refused' | 'earlier';
  readonly stamped: boolean;
  readonly noStamp?: string | undefined;
  readonly considerate: boolean;
  /** What was heard: to the vault, field by field. */
  readonly answers: Words;
  readonly leewayAnswers?: Words | undefined;
  /** Why it took longer or shorter than usual (CHI-8.3-6). */
  readonly lengthReason?: string | undefined;
};
