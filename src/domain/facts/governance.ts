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

/** Whose person somebody is: the contractor's, the ward's (its auditors too), or a re-subcontractor's (丙). */
export type Side = 'contractor' | 'ward' | 'subcontractor';

/** The register of workers (B-12): who is named to the ward and pledged before there is an account. */
export type WorkerFact =
  | {
      readonly type: 'worker.registered';
      readonly account: AccountId;
      /** The personnel number, or a digest of it: a second ID for the same person is refused (SEC-4-1). */
      readonly holder: string;
      readonly side: Side;
      /** The function by which others see a person of the ward, who is never shown by name (CHI-15.2-1). */
      readonly function?: string;
      /** The ward's letter that names its own person, or its consent to a re-subcontractor (CHI-13-1). */
      readonly ref?: string;
    }
  | {
      readonly type: 'worker.notified';
      readonly account: AccountId;
      /** The written notice to the ward, before start and before a change (PII-3-1, PII-3-2). */
      readonly ref: string;
      readonly submittedOn: CivilDate;
      readonly effectiveFrom: CivilDate;
    }
  | {
      readonly type: 'pledge.signed';
      readonly account: AccountId;
      readonly signedOn: CivilDate;
      /** The second signature: the copy may be given to the ward (PII-F3-2). */
      readonly copyConsentOn?: CivilDate;
      readonly copySubmittedOn?: CivilDate;
    }
  | {
      readonly type: 'worker.replaced';
      readonly account: AccountId;
      readonly by: AccountId;
      /** The ward's demand (CHI-6.3-1). */
      readonly ref: string;
    };

/** The responsible manager and her deputies: exactly one is the manager (CHI-6.1-1), a deputy may stand in (AMB-54). */
export type ManagerFact =
  | {
      readonly type: 'manager.appointed';
      readonly manager: AccountId;
      readonly as: 'manager' | 'deputy';
      readonly until: CivilDate;
      /** The written notice of the change to the ward, where there was one. */
      readonly ref?: string;
    }
  | { readonly type: 'manager.relieved'; readonly manager: AccountId }
  | { readonly type: 'manager.stood-in'; readonly manager: AccountId; readonly until: CivilDate }
  | { readonly type: 'manager.returned'; readonly manager: AccountId };

/** The review of access rights, opened by a change of staff or by the calendar, closed with eight things (SEC-6-7, 6-8). */
export type ReviewFact =
  | {
      readonly type: 'review.opened';
      readonly review: MatterId;
      readonly cause: 'joined' | 'disabled' | 'left' | 'replaced';
      readonly of: AccountId;
      readonly dueBy: CivilDate;
    }
  | {
      readonly type: 'review.closed';
      readonly review: MatterId;
      readonly doneOn: CivilDate;
      readonly reviewer: AccountId;
      readonly system: string;
      readonly documents: readonly string[];
      readonly unfit: readonly {
        readonly account: AccountId;
        readonly correction: string;
        readonly reason: string;
      }[];
      readonly approver: AccountId;
    };

/** Who may work here: request, approval by another, grant by the ID manager, withdrawal (SEC-4, SEC-6). */
export type AccountFact =
  | {
      readonly type: 'account.opened';
      readonly account: AccountId;
      /** As in `worker.registered`. */
      readonly holder: string;
    }
  | { readonly type: 'account.disabled'; readonly account: AccountId; readonly reason: string }
  | {
      readonly type: 'account.left';
      readonly account: AccountId;
      readonly on: CivilDate;
      /** The day the entry card came back, or that there never was one (SEC-4-9). */
      readonly entryCard: CivilDate | 'none-issued';
      /** The signed reminder that secrecy goes on (CHI-12-4). */
      readonly reminderSignedOn: CivilDate;
    }
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
      readonly reason?: string;
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
  /** After a restore the outside has said which seats it owns. */
  | { readonly type: 'place.outside-heard'; readonly generation: string }
  | {
      readonly type: 'backup.made';
      readonly generation: string;
      readonly digest: string;
      readonly facts: number;
      /** The last bundle of the portal that is in it, and its chapter; absent without a courier. */
      readonly chapter?: number;
      readonly inward?: number;
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
export type HandoverFact =
  | {
      readonly type: 'handover.recorded';
      readonly matter: MatterId;
      readonly movement: Movement;
      readonly what: string;
      readonly method: string;
      readonly carrier: Carrier;
      readonly medium: string;
      readonly mediumNo?: string;
      readonly quantity: number;
      readonly direction: 'in' | 'out';
      readonly ref: string;
      /** The ward's consent to a take-out (PII-9-2), the locked case of its papers (PII-9-3), and when it must be back. */
      readonly consent?: string;
      readonly caseNo?: string;
      readonly backBy?: CivilDate;
      readonly place?: string;
      /** The entry whose password this is: on another occasion (BAB-W-5). */
      readonly passwordOf?: MatterId;
    }
  | {
      /** A take-out is back, or what was received went back to who gave it; fewer than before leave the rest open. */
      readonly type: 'handover.returned';
      readonly matter: MatterId;
      readonly quantity: number;
      readonly method: string;
      readonly direction: 'in' | 'out';
      readonly ref: string;
    }
  | { readonly type: 'handover.placed'; readonly matter: MatterId; readonly place: string }
  | { readonly type: 'handover.disposed'; readonly matter: MatterId; readonly disposal: MatterId };

/** Which way something moved: to us for the work, from us for good, out of the work place for a while, back to its giver. */
export type Movement = 'receipt' | 'delivery' | 'take-out' | 'return';

/** What it is carried on: paper, an electronic medium, or a line that nobody carries. */
export type Carrier = 'paper' | 'medium' | 'line';

/** A dated duty of the programme was done; `evidence` names what proves it (B-02). Duties of cases need no such fact. */
export type DutyFact = { readonly type: 'duty.closed'; readonly duty: string; readonly evidence: string };
