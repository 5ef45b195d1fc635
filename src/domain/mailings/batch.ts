import type { CivilDate } from '../basics/civil-date.ts';
import type { ListId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Yen } from '../basics/yen.ts';
import type { CountStage, PieceKind } from '../facts/mailing.ts';
import type { RecordedFact } from '../facts.ts';

/** The ward's fresh word behind a batch, or the manager's reason for going without it. */
export type Word = { readonly against: ListId | 'none'; readonly asOf?: CivilDate; readonly reason?: string };

export type Counts = {
  readonly printed: number;
  readonly enclosed: number;
  readonly spoiled: number;
  readonly pulled: number;
  readonly posted: number;
};

/** Pages of printed copies: kept under a key, taken, destroyed on a date. */
export type PrintFile = {
  readonly letters: number;
  readonly on: CivilDate;
  readonly taken: number;
  readonly takenOn?: CivilDate;
  readonly destroyed: boolean;
};

/** One batch from its beginning to the receipt of the post. Its pieces stand in their cases (`batch-members.ts`). */
export type BatchState = {
  readonly begun?: {
    readonly kind: PieceKind;
    readonly month: YearMonth;
    readonly planned: number;
    readonly on: CivilDate;
  };
  readonly word?: Word;
  readonly fixed?: { readonly pieces: number; readonly dropped: number; readonly on: CivilDate };
  /** The day from which the days to posting count: fixed, or the word renewed. */
  readonly wordOn?: CivilDate;
  /** How many samplings there were, and whether the last one found everything right. */
  readonly samples: number;
  readonly clean: boolean;
  /** After a sampling that found a wrong letter, only copies printed since then count. */
  readonly cleanFrom: number;
  readonly releasedOn?: CivilDate;
  readonly counted?: Counts & { readonly stage: CountStage; readonly on: CivilDate };
  /** Its print files; the first is number 1. */
  readonly files: readonly PrintFile[];
  readonly receipts: readonly {
    readonly receipt: string;
    readonly on: CivilDate;
    readonly pieces: number;
    readonly amount: Yen;
  }[];
};

export const noBatch: BatchState = { samples: 0, clean: false, cleanFrom: 0, files: [], receipts: [] };

export function evolveBatch(state: BatchState, fact: RecordedFact): BatchState {
  const on = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'batch.begun': {
      const { kind, month, planned } = fact;
      return { ...state, begun: { kind, month, planned, on }, word: wordOf(fact) };
    }
    case 'batch.fixed':
      return { ...state, fixed: { pieces: fact.pieces, dropped: fact.dropped, on }, wordOn: on };
    case 'batch.renewed':
      return { ...state, word: wordOf(fact), wordOn: on };
    case 'batch.sampled': {
      const samples = state.samples + 1;
      const clean = fact.differing === 0;
      return { ...state, samples, clean, cleanFrom: clean ? state.cleanFrom : samples };
    }
    case 'batch.released':
      return { ...state, releasedOn: on };
    case 'batch.counted': {
      const { stage, printed, enclosed, spoiled, pulled, posted } = fact;
      return { ...state, counted: { stage, printed, enclosed, spoiled, pulled, posted, on } };
    }
    case 'batch.file-kept': {
      const kept: PrintFile = { letters: fact.letters, on, taken: 0, destroyed: false };
      return { ...state, files: [...state.files, kept] };
    }
    case 'batch.file-taken':
      return changeFile(state, fact.file, { taken: fact.nth, takenOn: on });
    case 'batch.file-destroyed':
      return changeFile(state, fact.file, { destroyed: true });
    case 'postage.receipted': {
      const { receipt, pieces, amount } = fact;
      return { ...state, receipts: [...state.receipts, { receipt, on: fact.on, pieces, amount }] };
    }
    default:
      return state;
  }
}

function changeFile(state: BatchState, number: number, to: Partial<PrintFile>): BatchState {
  return {
    ...state,
    files: state.files.map((file, index) => (index + 1 === number ? { ...file, ...to } : file)),
  };
}

function wordOf(fact: Word): Word {
  return {
    against: fact.against,
    ...(fact.asOf ? { asOf: fact.asOf } : {}),
    ...(fact.reason ? { reason: fact.reason } : {}),
  };
}
