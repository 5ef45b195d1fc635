import type { CivilDate } from '../basics/civil-date.ts';
import type { Yen } from '../basics/yen.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { PostageCode, TaxClass, UnitCode } from './invoice.ts';
import type { Rounding } from './tax.ts';

/** A unit price of the contract from a day on, without tax. A change is a new entry, never an edit (CHI-10.2-6). */
export type UnitPrice = { readonly code: UnitCode; readonly from: CivilDate; readonly price: Yen };

/** To which part of CHI-10 a cost belongs: paid once at year end, by unit price, or at its actual amount. */
export type CostPart = 'lump-sum' | 'unit' | 'actual';

/** An entry of the catalogue of costs (CHI-10.1-1). The amount of a lump-sum item is the contract's, without tax. */
export type CostItem =
  | { readonly code: string; readonly part: 'lump-sum'; readonly amount: Yen; readonly taxClass: TaxClass }
  | { readonly code: string; readonly part: 'unit' | 'actual' };

/** Money, as the contract says it. Doubtful clauses are settings, each with its number or its doubt. */
export type BillingRules = {
  readonly prices: readonly UnitPrice[];
  /**
   * Vouchers (物品切手等) are not taxed, work is; postage is paid for the ward and asked back. Not settled by the
   * contract (domain.md 6): to be set with the ward before the first invoice.
   */
  readonly taxClasses: Readonly<Record<UnitCode | PostageCode, TaxClass>>;
  /** Percent of the standard class from a day on, oldest first. */
  readonly taxRates: readonly { readonly from: CivilDate; readonly rate: number }[];
  /** The direction is free, but one for the whole contract (domain.md 6). */
  readonly rounding: Rounding;
  /**
   * Under which actual cost each kind of mail is claimed (CHI-10.3-1). The clause has no word for a letter written
   * again because it was lost (`reissue`): `not-claimed` where the ward does not pay it as a re-send.
   */
  readonly postage: Readonly<Record<PieceKind, PostageCode | 'not-claimed'>>;
  /** AMB-39: what is received after the contract's last day goes into its closing supplements, or to the next contract. */
  readonly afterContract: 'supplement' | 'next-contract';
  readonly costs: readonly CostItem[];
  /** Days from the receipt of a proper invoice until it is to be paid (CHI-10-1). */
  readonly payWithinDays: number;
  /** Who issues, as printed. `registration` is T and 13 digits; `corporate` = they must be a 法人番号. */
  readonly issuer: {
    readonly name: string;
    readonly address: string;
    readonly registration: string;
    readonly corporate: boolean;
  };
  /** First part of the invoice numbers of this contract: letters and digits. */
  readonly numberPrefix: string;
};
