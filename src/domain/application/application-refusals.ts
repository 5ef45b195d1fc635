import type { CancelApplicationRefusal } from './cancel-application.ts';
import type { MatchApplicationRefusal } from './match-application.ts';
import type { MayBookRefusal } from './may-book.ts';
import type { ReceiveApplicationRefusal } from './receive-application.ts';
import type { ReceiveOpenApplicationRefusal } from './receive-open-application.ts';
import type { RecordConsentRefusal } from './record-consent.ts';
import type { RefuseApplicationRefusal } from './refuse-application.ts';
import type { RegisterResidentRefusal } from './register-resident.ts';

/** Every no of the subject, from registration to a cancelled application. */
export type ApplicationRefusal =
  | RegisterResidentRefusal
  | RecordConsentRefusal
  | ReceiveApplicationRefusal
  | ReceiveOpenApplicationRefusal
  | MatchApplicationRefusal
  | RefuseApplicationRefusal
  | CancelApplicationRefusal
  | MayBookRefusal;
