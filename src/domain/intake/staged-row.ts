import type { CaseId, PersonId } from '../basics/ids.ts';
import type { ChangeMatch } from './match-change.ts';
import type { Marks, TargetMatch } from './match.ts';
import type { RefusedRow, RowProblem } from './problems.ts';
import type { AttendanceRow, ChangeRow, FollowUpRow, MemberRow, TargetRow } from './rows.ts';

/** A checked and matched row as it waits under the list key. */
export type StagedRow =
  | StagedTarget
  | StagedMember
  | StagedFollowUp
  | StagedChange
  | StagedAttendance
  | StagedHold;

export type StagedTarget = {
  readonly kind: 'targets';
  readonly line: number;
  readonly row: TargetRow;
  readonly marks: Marks;
  readonly match: TargetMatch;
  /** Ids that are used if a case or person is new: named now, so that a job that begins again names the same. */
  readonly newCase: CaseId;
  readonly newPerson: PersonId;
};

export type StagedMember = Omit<StagedTarget, 'kind' | 'row'> & {
  readonly kind: 'members';
  readonly row: MemberRow;
};

export type StagedAttendance = {
  readonly kind: 'attendance';
  readonly line: number;
  readonly row: AttendanceRow;
  readonly match: ChangeMatch;
};

export type StagedFollowUp = {
  readonly kind: 'follow-up';
  readonly line: number;
  readonly row: FollowUpRow;
  readonly match: ChangeMatch;
};

export type StagedChange = {
  readonly kind: 'changes';
  readonly line: number;
  readonly row: ChangeRow;
  readonly match: ChangeMatch;
};

/** A change that could not be read but whose number is known: its case is held (AMB-38). */
export type StagedHold = {
  readonly kind: 'hold';
  readonly line: number;
  readonly cases: readonly CaseId[];
};

/** An answer as the job finds it; `value` are the words to print. */
export type GivenAnswer = {
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  readonly answer: string;
  readonly value?: string;
};

/** The last staged part: what a page about the list shows beside its rows. */
export type StagedSummary = {
  readonly refused: readonly RefusedRow[];
  readonly questions: readonly RowProblem[];
  readonly repeated: readonly { readonly line: number; readonly sameAs: number }[];
  readonly unknownColumns: readonly string[];
};
