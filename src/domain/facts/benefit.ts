import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, PieceId } from '../basics/ids.ts';
import type { Channel } from './case.ts';

/** Entitlement (granted, withheld) is decided apart from dispatch (held, released, expired). CHI-4.2-8/9, 8.4, 8.8-8. */
export type BenefitFact =
  | {
      readonly type: 'benefit.granted';
      readonly case: CaseId;
      readonly reason: string;
      readonly dueBy: CivilDate;
    }
  | { readonly type: 'benefit.withheld'; readonly case: CaseId; readonly reason: string }
  | { readonly type: 'benefit.held'; readonly case: CaseId; readonly reason: string }
  | {
      readonly type: 'benefit.released';
      readonly case: CaseId;
      readonly dueBy: CivilDate;
      readonly reason?: string;
    }
  | { readonly type: 'benefit.expired'; readonly case: CaseId }
  /** Where she will be when the package comes; an address lies in the vault. */
  | {
      readonly type: 'benefit.place-told';
      readonly case: CaseId;
      readonly place: 'registered' | 'japan' | 'abroad';
      readonly channel: Channel;
    }
  | {
      readonly type: 'benefit.packed';
      readonly case: CaseId;
      readonly piece: PieceId;
      readonly serials: readonly string[];
      readonly witnesses: readonly string[];
    }
  | {
      readonly type: 'redispatch.requested';
      readonly case: CaseId;
      readonly on: CivilDate;
      readonly channel: Channel;
      readonly by: 'herself' | 'other';
      readonly nth: number;
      readonly accepted: boolean;
    };

/** Voucher sets in custody (CHI-8.4-14). Serials are codes, a range is written first..last. */
export type StockFact = {
  readonly type:
    | 'stock.received'
    | 'stock.packed'
    | 'stock.counted'
    | 'stock.returned'
    | 'stock.destroyed'
    | 'stock.differed';
  readonly serials: readonly string[];
  readonly expiry?: CivilDate;
  readonly count: number;
  readonly piece?: PieceId;
  /** The ward's consent to a destruction. */
  readonly ref?: string;
  readonly witnesses: readonly string[];
};
