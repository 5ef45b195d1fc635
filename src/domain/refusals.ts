import type { ConfirmAfterRestoreRefusal } from './place/confirm-after-restore.ts';
import type { CompleteErasureRefusal } from './retention/complete-erasure.ts';
import type { OrderErasureRefusal } from './retention/order-erasure.ts';
import type { InstallAccountRefusal } from './access/install-account.ts';
import type { OpenCaseRefusal } from './standing/open-case.ts';

/** Every reason for which a decision says no: the joint of all subjects. Each has a sentence in `programmes/words`. */
export type Refusal =
  | InstallAccountRefusal
  | OpenCaseRefusal
  | ConfirmAfterRestoreRefusal
  | OrderErasureRefusal
  | CompleteErasureRefusal;
