import type { CarryOverRefusal } from './carry-over.ts';
import type { ChangeContactRefusal } from './change-contact.ts';
import type { ChangeDueDateRefusal } from './change-due-date.ts';
import type { ChangeProtectionRefusal } from './change-protection.ts';
import type { CloseCaseRefusal } from './close-case.ts';
import type { DesignateRefusal } from './designate.ts';
import type { EndHoldRefusal } from './end-hold.ts';
import type { HoldCaseRefusal } from './hold-case.ts';
import type { LiftStopRefusal } from './lift-stop.ts';
import type { MarkUnreachableRefusal } from './mark-unreachable.ts';
import type { MoveRefusal } from './move.ts';
import type { NameMailWayRefusal } from './name-mail-way.ts';
import type { OpenCaseRefusal } from './open-case.ts';
import type { PauseRefusal } from './pause.ts';
import type { ReportBirthRefusal } from './report-birth.ts';
import type { ReportDeathRefusal } from './report-death.ts';
import type { ReportLossRefusal } from './report-loss.ts';
import type { ResumeRefusal } from './resume.ts';
import type { WithdrawRefusal } from './withdraw.ts';

/** Every reason for which a telling about a woman is not taken. */
export type StandingRefusal =
  | CarryOverRefusal
  | ChangeContactRefusal
  | ChangeDueDateRefusal
  | ChangeProtectionRefusal
  | CloseCaseRefusal
  | DesignateRefusal
  | EndHoldRefusal
  | HoldCaseRefusal
  | LiftStopRefusal
  | MarkUnreachableRefusal
  | MoveRefusal
  | NameMailWayRefusal
  | OpenCaseRefusal
  | PauseRefusal
  | ReportBirthRefusal
  | ReportDeathRefusal
  | ReportLossRefusal
  | ResumeRefusal
  | WithdrawRefusal;
