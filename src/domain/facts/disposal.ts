import type { CivilDate } from '../basics/civil-date.ts';
import type { ErasureId, MatterId } from '../basics/ids.ts';
import type { RetentionClass } from '../retention/retention-rules.ts';

/** From the application to the pledge: nothing kept goes without it (B-10, PII-12). */
export type DisposalFact =
  | {
      /** The five fields of PII-12-2: items (`class`, words in the vault), medium, quantity, method, planned date. */
      readonly type: 'disposal.requested';
      readonly disposal: MatterId;
      readonly class: RetentionClass;
      /** All of the class, or part of it. */
      readonly whole: boolean;
      /** Of entries: up to this day. */
      readonly upTo?: CivilDate;
      /** The entry of the register of hand-overs that goes. */
      readonly of?: MatterId;
      readonly medium: string;
      readonly quantity: number;
      readonly method: string;
      readonly plannedOn: CivilDate;
    }
  | {
      readonly type: 'disposal.consented';
      readonly disposal: MatterId;
      /** Number of the ward's written consent. */
      readonly ref: string;
      readonly on: CivilDate;
      /** Whether the ward attends (PII-12-3). */
      readonly attendance: 'attends' | 'waived';
    }
  | {
      readonly type: 'disposal.refused';
      readonly disposal: MatterId;
      readonly ref: string;
      readonly on: CivilDate;
    }
  | {
      /** Done, with what the pledge says (PII-12-5). */
      readonly type: 'disposal.closed';
      readonly disposal: MatterId;
      readonly doneOn: CivilDate;
      readonly method: string;
      readonly quantity: number;
      readonly consent: string;
      readonly pledge: string;
      readonly pledgeSignedOn: CivilDate;
      readonly certificate: string;
      readonly attended: 'ward' | 'waived';
      readonly erasure?: ErasureId;
    };
