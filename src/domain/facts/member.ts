import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, JobId, ListId } from '../basics/ids.ts';
import type { MailWay } from './case.ts';

/** What a person is recalled to: the ward's check-up (特定健診), or cancer screening after it (SCR-A-2, SCR-A-3). */
export type Screening = 'check-up' | 'cancer';

/** Attendance in earlier years, as the list tells it: in no year, in some, in every one (SCR-A-5). */
export type AttendanceHistory = 'never' | 'sometimes' | 'always';

/** What a case of a recall of insured persons opens with (decision 0007): an age, nothing of a pregnancy. */
export type MemberOpening = {
  /** Fiscal year of the contract. */
  readonly contractYear: number;
  readonly list: ListId;
  readonly screening: Screening;
  /** 年度末年齢, full years at the end of the fiscal year (AMB-28). */
  readonly age: number;
  readonly sex: 'f' | 'm' | 'other';
  readonly history: AttendanceHistory;
  readonly mailWay: MailWay;
  readonly protected: boolean;
};

export type MemberFact =
  /** The groups of all persons of a list were ordered to be drawn. From the seed anybody can draw them again. */
  | {
      readonly type: 'groups.drawn';
      readonly list: ListId;
      /** Version of the rules of the groups (SCR-A-5: changed rules are a new version). */
      readonly version: string;
      readonly seed: string;
      readonly persons: number;
      readonly job: JobId;
    }
  | {
      readonly type: 'groups.closed';
      readonly list: ListId;
      readonly grouped: number;
      readonly refused: number;
    }
  | {
      readonly type: 'case.grouped';
      readonly case: CaseId;
      readonly list: ListId;
      readonly version: string;
      readonly group: string;
    }
  /** 受診: the ward's word that somebody attended. It never says with what result (SCR-W-4). */
  | {
      readonly type: 'attendance.reported';
      readonly case: CaseId;
      readonly list: ListId;
      readonly screening: Screening;
      readonly on: CivilDate;
    };
