import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { BatchId } from '../../domain/basics/ids.ts';
import type { PieceKind, PostService } from '../../domain/facts/mailing.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, textOrNull, whole } from '../row.ts';

/** What a batch gave to the post on a day by one service, and the receipt for all of that day when it is there. */
export type PostageRow = {
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly on: CivilDate;
  readonly service: PostService;
  readonly pieces: number;
  readonly yen: number;
  readonly receipt: string | null;
};

const POSTED: Statement = {
  name: 'postage-by-day',
  text: `select p.batch, p.kind, p.posted_on, p.service, count(*) as pieces, coalesce(sum(p.postage), 0) as yen,
           max(r.receipt) as receipt
         from p_piece p left join p_postage_receipt r on r.batch = p.batch and r.posted_on = p.posted_on
         where p.posted_on is not null and p.service <> 'handed-to-ward'
           and ($1::text is null or left(p.posted_on, 7) = $1) and ($2::text is null or p.batch = $2)
         group by p.batch, p.kind, p.posted_on, p.service order by p.posted_on, p.kind, p.batch, p.service`,
};

/** Everything that was given to the post, a line a batch, day and service. */
export async function postageRows(
  reader: Reader,
  only: { readonly month?: string | undefined; readonly batch?: string | undefined },
): Promise<readonly PostageRow[]> {
  return (await reader.rows(POSTED, [only.month ?? null, only.batch ?? null])).map((row) => ({
    batch: text(row, 'batch') as BatchId,
    kind: text(row, 'kind') as PieceKind,
    on: text(row, 'posted_on') as CivilDate,
    service: text(row, 'service') as PostService,
    pieces: whole(row, 'pieces'),
    yen: whole(row, 'yen'),
    receipt: textOrNull(row, 'receipt'),
  }));
}
