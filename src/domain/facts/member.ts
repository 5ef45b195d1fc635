import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, JobId, ListId } from '../basics/ids.ts';
import type { Screening } from './case.ts';

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
