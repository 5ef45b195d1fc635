import { addDays } from '../basics/civil-date.ts';
import type { BatchId, CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { StopWord } from '../standing/what-stops-what.ts';
import { witnesses } from './receive-stock.ts';
import { inStock, setOf, type Stock } from './stock.ts';
import { whyPackageStays } from './why-package-stays.ts';

/** Puts voucher sets into one woman's package: scanned, counted by two people, the address sheet already printed. */
export type PackBenefit = {
  readonly case: CaseId;
  readonly batch: BatchId;
  readonly piece: PieceId;
  readonly serials: readonly string[];
};

export type PackBenefitRefusal =
  | RefusalOf<'piece-not-to-pack', { piece: PieceId }>
  | RefusalOf<'already-packed', { piece: PieceId }>
  | RefusalOf<'pull-package', { piece: PieceId; why: StopWord | 'held' }>
  | RefusalOf<'sets-per-package', { needed: number; scanned: number }>
  | RefusalOf<'serial-not-in-stock', { serial: string }>
  | RefusalOf<'older-first', { serial: string }>
  | RefusalOf<'expires-too-soon', { serial: string }>
  | RefusalOf<'stock-differs'>;

/**
 * Asks the stop rule again at this moment. The set that expires first goes first, one that expires within the limit not
 * at all; each serial is claimed, so that no set is ever in two packages. A safe that did not fit its book is closed.
 */
export function packBenefit(
  state: { readonly case: CaseState; readonly stock: Stock },
  { case: id, batch, piece, serials }: PackBenefit,
  { actor, second, today, rules }: Context,
): Decision | PackBenefitRefusal {
  const { benefit, mail } = state.case;
  if (state.stock.differs) return { refused: 'stock-differs' };
  const printed = mail.pieces.find((one) => one.piece === piece && one.batch === batch);
  if (printed?.status !== 'printed' || !printed.kind.startsWith('package')) {
    return { refused: 'piece-not-to-pack', piece };
  }
  if (benefit.packed.some((one) => one.piece === piece)) return { refused: 'already-packed', piece };
  const why = whyPackageStays(state.case, today);
  if (why) return { refused: 'pull-package', piece, why };
  const needed = rules.benefits.setsPerPackage;
  if (serials.length !== needed || new Set(serials).size !== needed) {
    return { refused: 'sets-per-package', needed, scanned: new Set(serials).size };
  }
  const wrong = whyNotThese(state.stock, serials, addDays(today, rules.benefits.minMonthsLeft * 30));
  if (wrong) return wrong;
  const by = witnesses(actor, second);
  return {
    facts: [
      { type: 'benefit.packed', case: id, piece, serials, witnesses: by },
      { type: 'stock.packed', serials, count: serials.length, piece, witnesses: by },
    ],
    claim: serials.map((serial) => ({ kind: 'serial', key: serial })),
  };
}

function whyNotThese(
  stock: Stock,
  serials: readonly string[],
  lastsUntil: string,
): PackBenefitRefusal | undefined {
  const usable = inStock(stock).filter(({ expiry }) => expiry >= lastsUntil);
  const first = usable.slice(0, serials.length).at(-1);
  for (const serial of serials) {
    const set = setOf(stock, serial);
    if (set?.status !== 'in') return { refused: 'serial-not-in-stock', serial };
    if (set.expiry < lastsUntil) return { refused: 'expires-too-soon', serial };
    if (first && set.expiry > first.expiry) return { refused: 'older-first', serial: first.serial };
  }
  return undefined;
}
