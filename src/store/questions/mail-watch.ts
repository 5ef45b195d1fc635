import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Reader, Statement } from '../connection.ts';
import { text } from '../row.ts';
import { pieceRow, type PieceRow } from './mailing.ts';

/** Why a piece should have moved on. */
export type StuckPiece = PieceRow & {
  readonly what: 'to-pull' | 'to-ask-back' | 'in-hand' | 'not-heard-of' | 'not-judged' | 'vouchers-out';
};

/** A batch that was begun and has not left, or has left and was not counted. */
export type StuckBatch = {
  readonly batch: string;
  readonly kind: string;
  readonly since: string;
  readonly what: 'batch-open';
  readonly state: string;
};

/** From which day on what has not moved is stuck. */
export type WatchDays = {
  readonly today: CivilDate;
  readonly postedBy: CivilDate;
  readonly inHandSince: CivilDate;
};

const PIECES: Statement = {
  name: 'pieces-stuck',
  text: `select * from (
           select p.*, case
             when exists (select 1 from p_duty d where d.piece = p.piece and d.kind = 'pull-piece' and d.starts <= $3)
               then 'to-pull'
             when exists (select 1 from p_duty d where d.piece = p.piece and d.kind = 'ask-back-piece' and d.starts <= $3)
               then 'to-ask-back'
             when p.status in ('planned', 'printed', 'voided') and coalesce(p.reason, '') <> 'pulled' and p.since <= $2
               then 'in-hand'
             when p.status = 'posted' and (p.tracking is not null or p.service = 'handed-to-ward') and p.since <= $1
               then 'not-heard-of'
             when p.status = 'returned' and p.reason = 'refused' and not p.reviewed then 'not-judged'
             when p.status in ('returned', 'withdrawn', 'voided') and p.since <= $2
               and exists (select 1 from p_voucher_set v where v.piece = p.piece and v.status = 'out')
               then 'vouchers-out'
           end as what from p_piece p) watched
         where what is not null order by since, piece`,
};

const BATCHES: Statement = {
  name: 'batches-stuck',
  text: `select batch, kind, state, coalesce(fixed_on, begun_on) as since from p_batch
         where state <> 'closed' and coalesce(fixed_on, begun_on) <= $1 and coalesce(pieces, 1) > 0
         order by since, batch`,
};

/**
 * Every piece in a state it should have left: to be pulled or asked back, in hand too long, posted and not heard of,
 * refused and not judged, back with its voucher sets not in the safe.
 */
export async function stuckPieces(reader: Reader, days: WatchDays): Promise<readonly StuckPiece[]> {
  const rows = await reader.rows(PIECES, [days.postedBy, days.inHandSince, days.today]);
  return rows.map((row) => ({ ...pieceRow(row), what: text(row, 'what') as StuckPiece['what'] }));
}

export async function stuckBatches(
  reader: Reader,
  { inHandSince }: WatchDays,
): Promise<readonly StuckBatch[]> {
  return (await reader.rows(BATCHES, [inHandSince])).map((row) => ({
    batch: text(row, 'batch'),
    kind: text(row, 'kind'),
    since: text(row, 'since'),
    what: 'batch-open',
    state: text(row, 'state'),
  }));
}
