import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, ErasureId, MatterId, PersonId, RequestId } from '../basics/ids.ts';

/** Roles of requirements.md section 13. One person may hold several; administration and case work never meet (SEC-4-2). */
export type RoleName =
  | 'visitor'
  | 'responsible-manager'
  | 'work-supervisor'
  | 'operator'
  | 'mailing-clerk'
  | 'administrator'
  | 'access-approver'
  | 'ward-staff'
  | 'auditor'
  | 'subcontract-worker';

/** Who may work here: request, approval by another, grant by the ID manager, withdrawal (SEC-4, SEC-6). */
export type AccountFact =
  | {
      readonly type: 'account.opened';
      readonly account: AccountId;
      /** Digest of the employee number: a second active ID for the same person is refused (SEC-4-1). */
      readonly holder: string;
    }
  | { readonly type: 'account.disabled'; readonly account: AccountId; readonly reason: string }
  | {
      readonly type: 'access.requested';
      readonly account: AccountId;
      readonly request: RequestId;
      readonly role: RoleName;
      readonly purpose: string;
      readonly until: CivilDate;
    }
  | {
      readonly type: 'access.approved' | 'access.rejected';
      readonly account: AccountId;
      readonly request: RequestId;
      readonly by: AccountId | 'system:init';
    }
  | {
      readonly type: 'access.granted';
      readonly account: AccountId;
      readonly request: RequestId;
      readonly role: RoleName;
      readonly until: CivilDate;
      readonly by: AccountId | 'system:init';
    }
  | {
      readonly type: 'access.withdrawn';
      readonly account: AccountId;
      readonly role: RoleName;
      readonly reason: string;
    };

/** Acts on the place itself: keys, copies, restores, erasures (SEC-12, PII-12). */
export type PlaceFact =
  | { readonly type: 'place.initialised'; readonly programme: string; readonly tryout: boolean }
  /** Two persons have entered what left the house between the restored generation and the loss. */
  | { readonly type: 'place.after-restore-confirmed'; readonly generation: string; readonly ref: string }
  | {
      readonly type: 'backup.made';
      readonly generation: string;
      readonly digest: string;
      readonly facts: number;
    }
  /** No generation that counts: what was in the way (SEC-12-4: without the second copy there is no success). */
  | { readonly type: 'backup.failed'; readonly generation: string; readonly reason: string }
  /** The eighth generation was removed (SEC-12-2). */
  | { readonly type: 'backup.removed'; readonly generation: string }
  | {
      readonly type: 'backup.restored';
      readonly generation: string;
      readonly digest: string;
      readonly facts: number;
    }
  | {
      readonly type: 'erasure.ordered';
      readonly erasure: ErasureId;
      readonly persons: number;
      /** The ward's consent (PII-12-2). */
      readonly ref: string;
      readonly witnesses: readonly string[];
      /** Their ids lead nowhere from here on: key and links are gone. The register and a restore need them. */
      readonly erased: readonly PersonId[];
    }
  | {
      readonly type: 'erasure.completed';
      readonly erasure: ErasureId;
      readonly persons: number;
      readonly epoch: number;
      readonly certificate: string;
    };

/** Every movement of media, lists, papers and keys between hands (B-06, PII-9, PII-11). */
export type HandoverFact = {
  readonly type: 'handover.recorded' | 'handover.returned';
  readonly matter: MatterId;
  readonly what: string;
  readonly method: string;
  readonly medium: string;
  readonly quantity: number;
  readonly direction: 'in' | 'out';
  readonly ref: string;
};
