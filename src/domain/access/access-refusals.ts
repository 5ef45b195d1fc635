import type { ChangeManagerRefusal } from './change-manager.ts';
import type { CredentialRefusal } from './credential.ts';
import type { DeviceRefusal } from './device.ts';
import type { DisableAccountRefusal } from './disable-account.ts';
import type { GrantAccessRefusal } from './grant-access.ts';
import type { InstallAccountRefusal } from './install-account.ts';
import type { JudgeRequestRefusal } from './judge-request.ts';
import type { LeaveAccountRefusal } from './leave-account.ts';
import type { NotifyWorkerRefusal } from './notify-worker.ts';
import type { OpenAccountRefusal } from './open-account.ts';
import type { RecordPledgeRefusal } from './record-pledge.ts';
import type { RecoverRefusal } from './recover-account.ts';
import type { RegisterWorkerRefusal } from './register-worker.ts';
import type { ReplaceWorkerRefusal } from './replace-worker.ts';
import type { RequestAccessRefusal } from './request-access.ts';
import type { ReviewAccessRefusal } from './review-access.ts';
import type { SaveFilterRefusal } from './save-filter.ts';
import type { StandInRefusal } from './stand-in.ts';
import type { TeachWorkerRefusal } from './teach-worker.ts';
import type { WithdrawAccessRefusal } from './withdraw-access.ts';

/** Every no of this subject. */
export type AccessRefusal =
  | InstallAccountRefusal
  | RegisterWorkerRefusal
  | NotifyWorkerRefusal
  | TeachWorkerRefusal
  | RecordPledgeRefusal
  | OpenAccountRefusal
  | RequestAccessRefusal
  | JudgeRequestRefusal
  | GrantAccessRefusal
  | WithdrawAccessRefusal
  | DisableAccountRefusal
  | LeaveAccountRefusal
  | ReplaceWorkerRefusal
  | ReviewAccessRefusal
  | ChangeManagerRefusal
  | StandInRefusal
  | CredentialRefusal
  | RecoverRefusal
  | SaveFilterRefusal
  | DeviceRefusal;
