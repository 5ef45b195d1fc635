import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId, CaseId, FactId, PieceId } from '../basics/ids.ts';
import { yen, type Yen } from '../basics/yen.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { FactType, RecordedFact } from '../facts.ts';
import type { BillingRules } from './billing-rules.ts';
import type { PostageCode, UnitCode } from './invoice.ts';

/** The facts that this fold reads. Pieces are known from their planning: printing adds nothing to it. */
export const BILLABLE_FACTS = [
  'visit.completed',
  'fact.corrected',
  'piece.planned',
  'piece.posted',
  'piece.delivered',
  'piece.returned',
  'piece.lost',
  'postage.receipted',
] as const satisfies readonly FactType[];

/** A fact and its place in the journal, by which a closing says what it has seen. */
export type Placed = { readonly place: number; readonly fact: RecordedFact };

/** One thing to be paid, or (`quantity` below 0) taken back. `on` = the day whose month, price and rate it belongs to. */
export type Billable = {
  readonly code: UnitCode | PostageCode;
  readonly quantity: number;
  /** Of an actual cost. */
  readonly amount?: Yen;
  readonly on: CivilDate;
  readonly place: number;
  readonly fact: FactId;
  /** What it tells of: the case of a talk, the piece of a package, the batch of a receipt. */
  readonly of: CaseId | PieceId | BatchId;
  readonly mode?: VisitMode;
  readonly receipt?: string;
};

/** Mail that costs money and is not claimed: no receipt of the post office lies there, or the contract pays none. */
export type Unclaimed = {
  readonly reason: 'no-receipt' | 'not-claimed';
  readonly kind: PieceKind;
  readonly fact: FactId;
  readonly on: CivilDate;
  readonly pieces: number;
  readonly amount: Yen;
};

export type Billables = { readonly billed: readonly Billable[]; readonly unclaimed: readonly Unclaimed[] };

/**
 * What the recorded facts give to bill, in the order of the journal (CHI-10.2, 10.3). A fold of its own, which shares
 * nothing with that of the reports: two ways to the same numbers, so that each proves the other. A fact that undoes
 * an earlier one is a thing of its own, taken back in the month of the first.
 */
export function billableOf(facts: readonly Placed[], rules: Pick<BillingRules, 'postage'>): Billables {
  const fold: Fold = {
    rules,
    billed: [],
    notClaimed: [],
    visits: new Map(),
    packages: new Map(),
    pieces: new Map(),
    posted: new Map(),
  };
  for (const { place, fact } of facts) step(fold, fact, place);
  return { billed: fold.billed, unclaimed: [...fold.notClaimed, ...[...fold.posted.values()].flat()] };
}

/** What of a completed talk decides its price. */
type Talk = {
  readonly case: CaseId;
  readonly mode: VisitMode;
  readonly followUp: boolean;
  readonly date: CivilDate;
  readonly herself: boolean;
};

type Fold = {
  readonly rules: Pick<BillingRules, 'postage'>;
  readonly billed: Billable[];
  readonly notClaimed: Unclaimed[];
  readonly visits: Map<FactId, Talk>;
  /** The one received package of each woman. */
  readonly packages: Map<CaseId, { readonly piece: PieceId; readonly on: CivilDate }>;
  readonly pieces: Map<PieceId, { readonly batch: string; readonly kind: PieceKind }>;
  /** Posted on a day in a batch, until the receipt for both comes. */
  readonly posted: Map<string, Unclaimed[]>;
};

function step(fold: Fold, fact: RecordedFact, place: number): void {
  switch (fact.type) {
    case 'visit.completed': {
      const { mode, followUp, date } = fact;
      const talk: Talk = { case: fact.case, mode, followUp, date, herself: true };
      fold.visits.set(fact.id, talk);
      addTalk(fold, talk, 1, fact.id, place);
      return;
    }
    case 'fact.corrected': {
      const before = fold.visits.get(fact.of);
      if (!before) return;
      const after = corrected(before, fact.field, fact.to);
      fold.visits.set(fact.of, after);
      addTalk(fold, before, -1, fact.id, place);
      addTalk(fold, after, 1, fact.id, place);
      return;
    }
    case 'piece.planned':
      fold.pieces.set(fact.piece, { batch: fact.batch, kind: fact.kind });
      return;
    case 'piece.posted':
      addPosted(fold, fact);
      return;
    case 'postage.receipted':
      addReceipt(fold, fact, place);
      return;
    case 'piece.delivered':
      if (!isPackage(fold.pieces.get(fact.piece)?.kind) || fold.packages.has(fact.case)) return;
      // CHI-10.2-5: once a woman, on the day of the first confirmed receipt, whatever number of dispatches.
      fold.packages.set(fact.case, { piece: fact.piece, on: fact.on });
      fold.billed.push({ code: 'package', quantity: 1, on: fact.on, place, fact: fact.id, of: fact.piece });
      return;
    case 'piece.returned':
    case 'piece.lost': {
      // It was said to have been delivered, and was not: only what she holds counts (CHI-10.2-5).
      const received = fold.packages.get(fact.case);
      if (received?.piece !== fact.piece) return;
      fold.packages.delete(fact.case);
      fold.billed.push({
        code: 'package',
        quantity: -1,
        on: received.on,
        place,
        fact: fact.id,
        of: fact.piece,
      });
      return;
    }
    default:
  }
}

/** AMB-46: the price follows the follow-up as the ward had accepted it when the visit began; the visit carries it. */
function addTalk(fold: Fold, talk: Talk, quantity: 1 | -1, fact: FactId, place: number): void {
  if (!talk.herself) return;
  const way = talk.mode === 'visit' ? 'visit' : 'remote';
  const code: UnitCode = talk.followUp ? `${way}-follow-up` : way;
  fold.billed.push({ code, quantity, on: talk.date, place, fact, of: talk.case, mode: talk.mode });
}

function corrected(talk: Talk, field: string, to: string): Talk {
  switch (field) {
    case 'mode':
      return to === 'visit' || to === 'online' || to === 'phone' ? { ...talk, mode: to } : talk;
    case 'followUp':
      return { ...talk, followUp: to === 'true' };
    case 'date':
      return { ...talk, date: to as CivilDate };
    case 'met':
      return { ...talk, herself: to === 'woman' };
    default:
      return talk;
  }
}

function isPackage(kind: PieceKind | undefined): boolean {
  return kind === 'package' || kind === 'package-resend' || kind === 'package-request';
}

function addPosted(fold: Fold, fact: Extract<RecordedFact, { type: 'piece.posted' }>): void {
  const { id, piece, kind, service, postage } = fact;
  const batch = fold.pieces.get(piece)?.batch ?? 'none';
  fold.pieces.set(piece, { batch, kind });
  if (service === 'handed-to-ward') return;
  const on = fact.at.slice(0, 10) as CivilDate;
  const key = `${batch}/${on}`;
  const waiting = fold.posted.get(key) ?? [];
  waiting.push({ reason: 'no-receipt', kind, fact: id, on, pieces: 1, amount: postage });
  fold.posted.set(key, waiting);
}

/** CHI-10.3-2: an actual cost is claimed by its receipt, and by nothing else. */
function addReceipt(
  fold: Fold,
  { id, receipt, batch, kind, pieces, amount, on }: Extract<RecordedFact, { type: 'postage.receipted' }>,
  place: number,
): void {
  fold.posted.delete(`${batch}/${on}`);
  const code = fold.rules.postage[kind];
  if (code === 'not-claimed') {
    fold.notClaimed.push({ reason: 'not-claimed', kind, fact: id, on, pieces, amount });
    return;
  }
  fold.billed.push({ code, quantity: pieces, amount: yen(amount), on, place, fact: id, of: batch, receipt });
}
