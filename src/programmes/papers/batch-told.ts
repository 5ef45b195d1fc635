import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { PieceKind, PostService } from '../../domain/facts/mailing.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';

/** One letter, card or package of a batch, as the papers of the mailing room tell it. */
export type PieceTold = {
  readonly piece: string;
  /** Her name; absent when it may not be opened any more: 消去済み is printed. */
  readonly name?: string;
  readonly postcode?: string;
  readonly status:
    | 'planned'
    | 'printed'
    | 'posted'
    | 'delivered'
    | 'returned'
    | 'lost'
    | 'withdrawn'
    | 'voided'
    | 'dropped';
  /** Copies printed so far: 2 = one was spoiled or outdated. */
  readonly copies: number;
  readonly service?: PostService;
  readonly tracking?: string;
  readonly postage?: number;
  readonly postedOn?: CivilDate;
  /** Serials of the voucher sets that two people put in (CHI-8.4-14). */
  readonly serials?: readonly string[];
};

/** A batch on paper. Counts by hand are null until somebody has counted. */
export type BatchTold = {
  readonly batch: string;
  readonly kind: PieceKind;
  readonly month: YearMonth;
  readonly fixedOn: CivilDate | null;
  readonly planned: number;
  readonly dropped: number;
  readonly on: CivilDate;
  readonly hand: Readonly<Record<HandCount, number | null>>;
  readonly pieces: readonly PieceTold[];
};

export type HandCount = 'printed' | 'enclosed' | 'spoiled' | 'pulled' | 'posted';

/** What is printed where a name has been erased. */
export const ERASED = '消去済み';

/** A batch of packages, which holds goods worth money (CHI-8.4). */
export function holdsPackages(kind: PieceKind): boolean {
  return kind === 'package' || kind === 'package-resend' || kind === 'package-request';
}
