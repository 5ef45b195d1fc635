import type { BatchId, CaseId } from '../../domain/basics/ids.ts';
import type { CaseState } from '../../domain/case.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, truth, whole } from '../row.ts';
import { caseStates } from './case-states.ts';

/** A letter, card or package as lists show it. */
export type PieceRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly piece: string;
  readonly batch: string;
  readonly kind: string;
  readonly status: string;
  readonly since: string;
  readonly tracking: string | null;
  readonly copy: number;
  readonly service: string | null;
  readonly outdated: boolean;
  readonly postage: number | null;
  readonly postedOn: string | null;
  readonly reason: string | null;
  /** Samplings its batch had seen when the living copy was printed. */
  readonly round: number;
  readonly enclosed: boolean;
  readonly label: string | null;
  readonly throughWard: boolean;
};

const PIECE = 'select * from p_piece';

const OF_BATCH: Statement = {
  name: 'pieces-of-batch',
  text: `${PIECE} where batch = $1 order by piece`,
};
const BY_TRACKING: Statement = {
  name: 'piece-by-tracking',
  text: `${PIECE} where tracking = $1`,
};
const BY_NUMBERS: Statement = {
  name: 'pieces-by-numbers',
  text: 'select * from p_piece where tracking = any ($1::text[]) order by tracking, piece',
};

const OF_CASE: Statement = {
  name: 'pieces-of-case',
  text: `${PIECE} where "case" = $1 order by since desc, piece`,
};

/** Everything that was planned to be sent to one woman, what moved last in front. */
export async function piecesOfCase(reader: Reader, id: CaseId): Promise<readonly PieceRow[]> {
  return (await reader.rows(OF_CASE, [id])).map((row) => pieceRow(row));
}

export async function piecesOfBatch(reader: Reader, batch: BatchId): Promise<readonly PieceRow[]> {
  return (await reader.rows(OF_BATCH, [batch])).map((row) => pieceRow(row));
}

export async function piecesByTracking(reader: Reader, tracking: string): Promise<readonly PieceRow[]> {
  return (await reader.rows(BY_TRACKING, [tracking])).map((row) => pieceRow(row));
}

/** Pieces that have one of these numbers. */
export async function piecesByNumbers(
  reader: Reader,
  numbers: readonly string[],
): Promise<readonly PieceRow[]> {
  return (await reader.rows(BY_NUMBERS, [numbers])).map((row) => pieceRow(row));
}

/** One row of `p_piece` as lists show it. */
export function pieceRow(row: Row): PieceRow {
  const id = text(row, 'case') as CaseId;
  return {
    case: id,
    subject: id,
    piece: text(row, 'piece'),
    batch: text(row, 'batch'),
    kind: text(row, 'kind'),
    status: text(row, 'status'),
    since: text(row, 'since'),
    tracking: row['tracking'] === null ? null : text(row, 'tracking'),
    copy: whole(row, 'copy'),
    service: row['service'] === null ? null : text(row, 'service'),
    outdated: truth(row, 'outdated'),
    postage: row['postage'] === null ? null : whole(row, 'postage'),
    postedOn: textOrNull(row, 'posted_on'),
    reason: textOrNull(row, 'reason'),
    round: whole(row, 'round'),
    enclosed: truth(row, 'enclosed'),
    label: textOrNull(row, 'label'),
    throughWard: truth(row, 'through_ward'),
  };
}

const SERIALS: Statement = {
  name: 'serials-of-batch',
  text: `select v.serial, v.piece from p_voucher_set v join p_piece p on p.piece = v.piece
         where p.batch = $1 and v.status = 'out' order by v.serial`,
};

/** The voucher sets that were put into the packages of a batch, by piece. */
export async function serialsOfBatch(
  reader: Reader,
  batch: BatchId,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const row of await reader.rows(SERIALS, [batch])) {
    const piece = text(row, 'piece');
    found.set(piece, [...(found.get(piece) ?? []), text(row, 'serial')]);
  }
  return found;
}

const CASES: Statement = {
  name: 'cases-of-batch',
  text: `select "case" from p_piece where batch = $1 union select "case" from p_drop where batch = $1 order by 1`,
};

/** Every case that a batch decided on: which streams to lock for a decision about the whole batch. */
export async function casesOfBatch(reader: Reader, batch: BatchId): Promise<readonly CaseId[]> {
  return (await reader.rows(CASES, [batch])).map((row) => text(row, 'case') as CaseId);
}

const DROPS: Statement = {
  name: 'drops-of-batch',
  text: 'select "case", reason from p_drop where batch = $1 order by reason, "case"',
};

export async function dropsOfBatch(
  reader: Reader,
  batch: BatchId,
): Promise<readonly { readonly case: CaseId; readonly reason: string }[]> {
  const rows = await reader.rows(DROPS, [batch]);
  return rows.map((row) => ({ case: text(row, 'case') as CaseId, reason: text(row, 'reason') }));
}

const CANDIDATES: Statement = {
  name: 'letter-candidates',
  text: 'select "case" from p_letter where due_from <= $1 or mail_from <= $1 order by "case"',
};
const UNREACHABLE: Statement = {
  name: 'letter-unreachable',
  text: 'select "case", unreachable_on from p_letter where unreachable_on is not null order by unreachable_on, "case"',
};
/** Cases that may be owed a letter or a mail on a day, each with its state folded from its facts. */
export async function mailCandidates(reader: Reader, on: string): Promise<ReadonlyMap<CaseId, CaseState>> {
  const cases = (await reader.rows(CANDIDATES, [on])).map((row) => text(row, 'case') as CaseId);
  return caseStates(reader, cases);
}

/** Whom the post cannot reach: the ward is told (CHI-8.1-9). */
export async function unreachableCases(
  reader: Reader,
): Promise<readonly { readonly case: CaseId; readonly subject: CaseId; readonly on: string }[]> {
  const rows = await reader.rows(UNREACHABLE, []);
  return rows.map((row) => {
    const id = text(row, 'case') as CaseId;
    return { case: id, subject: id, on: text(row, 'unreachable_on') };
  });
}

const TO_PULL: Statement = {
  name: 'pieces-to-pull',
  text: `select distinct piece from p_duty where batch = $1 and kind = 'pull-piece' and starts <= $2`,
};

/** Pieces of a batch that somebody has to pull, because a stop or a change came after their printing. */
export async function piecesToPull(reader: Reader, batch: BatchId, on: string): Promise<ReadonlySet<string>> {
  return new Set((await reader.rows(TO_PULL, [batch, on])).map((row) => text(row, 'piece')));
}
