import type { BeginDrawRefusal, CloseDrawRefusal } from './draw-list.ts';
import type { GroupMemberRefusal } from './group-member.ts';
import type { RecordMemberCallRefusal } from './record-member-call.ts';
import type { ReportAttendanceRefusal } from './report-attendance.ts';
import type { WithdrawRefusal } from '../standing/withdraw.ts';

/** Every no about insured persons who are recalled. What ending contact refuses is said by the words of standing. */
export type MemberRefusal =
  | BeginDrawRefusal
  | CloseDrawRefusal
  | GroupMemberRefusal
  | ReportAttendanceRefusal
  | Exclude<RecordMemberCallRefusal, WithdrawRefusal>;
