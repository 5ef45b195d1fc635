import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { BatchId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision, PrintPart } from '../decision.ts';
import type { BatchState, PrintFile } from './batch.ts';
import type { MailingRules } from './mailing-rules.ts';

type FileOf = { readonly batch: BatchId; readonly file: number };
type State = { readonly batch: BatchState };

export type KeepPrintFile = FileOf & {
  /** The printed copies it holds: each may be in one file only, ever. */
  readonly copies: readonly { readonly piece: PieceId; readonly copy: number }[];
  readonly sha256: string;
  readonly parts: readonly PrintPart[];
};

export type KeepPrintFileRefusal =
  | RefusalOf<'batch-not-fixed', { batch: BatchId }>
  | RefusalOf<'batch-closed', { batch: BatchId }>
  | RefusalOf<'print-file-exists', { file: number }>;

/** Keeps the pages of printed copies under a key of their own until somebody takes them (design 1, "Files"). */
export function keepPrintFile(state: State, command: KeepPrintFile): Decision | KeepPrintFileRefusal {
  const { batch, file, copies, sha256, parts } = command;
  if (!state.batch.fixed) return { refused: 'batch-not-fixed', batch };
  if (state.batch.counted?.stage === 'posted') return { refused: 'batch-closed', batch };
  if (file !== state.batch.files.length + 1) return { refused: 'print-file-exists', file };
  return {
    facts: [{ type: 'batch.file-kept', batch, file, letters: copies.length, sha256 }],
    claim: copies.map(({ piece, copy }) => ({ kind: 'print-copy', key: `${piece}.${copy}` })),
    print: [{ batch, file, parts }],
  };
}

/** Why a file that somebody had already is handed out again. */
export type AgainReason = 'printer-failed' | 'file-lost';

export type TakePrintFile = FileOf & { readonly again?: AgainReason | undefined };

export type TakePrintFileRefusal =
  | RefusalOf<'print-file-unknown', { file: number }>
  | RefusalOf<'print-file-gone', { file: number }>
  | RefusalOf<'print-file-taken', { file: number; on: CivilDate }>;

/**
 * Hands a file out: once. Again only with a reason, which is the manager's to give; otherwise two clerks would print one
 * woman's letter twice (Tsukuba 2018).
 */
export function takePrintFile(state: State, command: TakePrintFile): Decision | TakePrintFileRefusal {
  const { batch, file, again } = command;
  const found = state.batch.files[file - 1];
  if (!found) return { refused: 'print-file-unknown', file };
  if (found.destroyed) return { refused: 'print-file-gone', file };
  if (found.takenOn && !again) return { refused: 'print-file-taken', file, on: found.takenOn };
  const nth = found.taken + 1;
  return { facts: [{ type: 'batch.file-taken', batch, file, nth, ...(again ? { reason: again } : {}) }] };
}

export type DestroyPrintFileRefusal =
  | RefusalOf<'print-file-unknown', { file: number }>
  | RefusalOf<'print-file-gone', { file: number }>
  | RefusalOf<'print-file-kept-until', { file: number; until: CivilDate }>;

/** Destroys the key of a file, and with it the file, on its date. */
export function destroyPrintFile(
  state: State,
  { batch, file }: FileOf,
  { today, rules }: Context,
): Decision | DestroyPrintFileRefusal {
  const found = state.batch.files[file - 1];
  if (!found) return { refused: 'print-file-unknown', file };
  if (found.destroyed) return { refused: 'print-file-gone', file };
  const until = printFileUntil(state.batch, found, rules.mailing);
  if (today < until) return { refused: 'print-file-kept-until', file, until };
  return { facts: [{ type: 'batch.file-destroyed', batch, file }], unprint: [{ batch, file }] };
}

/** The day on which a file is destroyed: so long after its batch has left, and never later than so long after it was made. */
export function printFileUntil(batch: BatchState, file: PrintFile, { keepFiles }: MailingRules): CivilDate {
  const latest = addDays(file.on, keepFiles.atMostDays);
  if (batch.counted?.stage !== 'posted') return latest;
  const afterClose = addDays(batch.counted.on, keepFiles.afterCloseDays);
  return afterClose < latest ? afterClose : latest;
}
