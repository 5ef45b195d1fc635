import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId } from '../basics/ids.ts';

/** What makes an account's holder a visitor: a checked licence (CHI-6.2-1, AMB-08) and the training (CHI-8.11-1). */
export type VisitorFact =
  | {
      readonly type: 'visitor.qualified';
      readonly account: AccountId;
      readonly licence: string;
      /** The day on which somebody saw the licence itself. Its number lies in the vault. */
      readonly checkedOn: CivilDate;
    }
  | {
      readonly type: 'training.recorded';
      readonly account: AccountId;
      readonly topic: string;
      readonly on: CivilDate;
      /** Version of the material that was taught. */
      readonly material: string;
    }
  | {
      readonly type: 'visitor.described';
      readonly account: AccountId;
      /** Codes of languages beside Japanese; beginnings of the postcodes she knows her way in. The last word stands. */
      readonly languages: readonly string[];
      readonly areas: readonly string[];
    };
