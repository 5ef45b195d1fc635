import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BookingId, CaseId } from '../basics/ids.ts';
import type { VisitMode } from './booking.ts';

export type MissedReason =
  | 'absent'
  | 'others-only'
  | 'refused'
  | 'visitor-side'
  | 'closure'
  | 'wrong-address'
  | 'hospital'
  | 'born'
  | 'moved';

export type VisitFact =
  | {
      readonly type: 'visit.completed';
      readonly case: CaseId;
      readonly booking: BookingId;
      readonly date: CivilDate;
      /** HH:MM, Japan. */
      readonly from: string;
      readonly to: string;
      readonly mode: VisitMode;
      readonly met: 'woman';
      readonly visitor: AccountId;
      /** How she was identified: `three-points` (CHI-8.8-4), `in-person`. */
      readonly identity: string;
      readonly pregnant: boolean;
      readonly born?: CivilDate;
      /** Follow-up as accepted by the ward at the start of the visit (AMB-46). */
      readonly followUp: boolean;
      /** Version of the approved checklist. */
      readonly checklist: string;
      /** Version of the leeway sheet, only for women needing follow-up. */
      readonly leeway?: string;
      readonly consent: 'given' | 'refused' | 'earlier';
      readonly stamped: boolean;
      readonly noStamp?: string;
      /** The considerations for the household were kept (CHI-8.3-4). */
      readonly considerate?: boolean;
      /** Remote only: nobody else could see or hear the visitor (CHI-8.8-12). */
      readonly privatePlace?: true;
    }
  | {
      readonly type: 'visit.missed';
      readonly case: CaseId;
      readonly booking: BookingId;
      readonly date: CivilDate;
      readonly reason: MissedReason;
      /** HH:MM when she stood at the door, calls made from there, and whether a note was left (CHI-8.7-1). */
      readonly time?: string;
      readonly calls?: number;
      readonly noteLeft?: boolean;
    }
  | {
      readonly type: 'visit.cap-raised';
      readonly case: CaseId;
      readonly by: AccountId;
      readonly reason: string;
    };
