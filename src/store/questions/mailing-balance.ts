import type { Reader, Row, Statement } from '../connection.ts';
import { text, whole } from '../row.ts';

/** A batch with its counts by hand and, beside them, the counts of its pieces. */
export type BatchRow = {
  readonly batch: string;
  readonly kind: string;
  readonly month: string;
  readonly state: string;
  readonly planned: number;
  readonly against: string | null;
  readonly reason: string | null;
  readonly fixedOn: string | null;
  /** The day of the ward's word, and the day from which the days to posting count. */
  readonly asOf: string | null;
  readonly wordOn: string | null;
  readonly samples: number;
  readonly cleanFrom: number;
  readonly releasedOn: string | null;
  readonly pieces: number;
  readonly dropped: number;
  readonly hand: Readonly<Record<HandCount, number | null>>;
  readonly recorded: Readonly<Record<RecordedCount, number>>;
  readonly receipt: { readonly pieces: number; readonly yen: number };
};

type HandCount = 'printed' | 'enclosed' | 'spoiled' | 'pulled' | 'posted';
type RecordedCount =
  | 'members'
  | 'droppedLater'
  | 'printed'
  | 'spoiled'
  | 'pulled'
  | 'posted'
  | 'underWay'
  | 'delivered'
  | 'returned'
  | 'lost'
  | 'withdrawn'
  | 'yen';

const BATCHES: Statement = {
  name: 'batches-with-counts',
  text: `select b.*, coalesce(p.members, 0) as members, coalesce(p.dropped_later, 0) as dropped_later,
           coalesce(p.copies, 0) as copies, coalesce(p.spoils, 0) as spoils, coalesce(p.pulls, 0) as pulls,
           coalesce(p.left_house, 0) as left_house, coalesce(p.under_way, 0) as under_way,
           coalesce(p.delivered, 0) as delivered, coalesce(p.returned, 0) as returned,
           coalesce(p.lost, 0) as lost, coalesce(p.withdrawn, 0) as withdrawn, coalesce(p.yen, 0) as yen
         from p_batch b left join (
           select batch, count(*) as members, count(*) filter (where status = 'dropped') as dropped_later,
             sum(copy) as copies, sum(spoiled) as spoils,
             count(*) filter (where status = 'voided' and reason = 'pulled') as pulls,
             count(posted_on) as left_house, count(*) filter (where status = 'posted') as under_way,
             count(*) filter (where status = 'delivered') as delivered,
             count(*) filter (where status = 'returned') as returned,
             count(*) filter (where status = 'lost') as lost,
             count(*) filter (where status = 'withdrawn') as withdrawn,
             sum(postage) as yen
           from p_piece group by batch) p on p.batch = b.batch
         where ($1::text is null or b.month = $1) and ($2::text is null or b.batch = $2)
         order by b.month, b.kind, b.batch`,
};

export async function batchRows(
  reader: Reader,
  only: { readonly month?: string | undefined; readonly batch?: string | undefined },
): Promise<readonly BatchRow[]> {
  const rows = await reader.rows(BATCHES, [only.month ?? null, only.batch ?? null]);
  return rows.map((row) => ({
    batch: text(row, 'batch'),
    kind: text(row, 'kind'),
    month: text(row, 'month'),
    state: text(row, 'state'),
    planned: whole(row, 'planned'),
    against: textOrNull(row, 'against'),
    reason: textOrNull(row, 'reason'),
    fixedOn: textOrNull(row, 'fixed_on'),
    asOf: textOrNull(row, 'as_of'),
    wordOn: textOrNull(row, 'word_on'),
    samples: whole(row, 'samples'),
    cleanFrom: whole(row, 'clean_from'),
    releasedOn: textOrNull(row, 'released_on'),
    pieces: wholeOrNull(row, 'pieces') ?? 0,
    dropped: wholeOrNull(row, 'dropped') ?? 0,
    hand: {
      printed: wholeOrNull(row, 'printed'),
      enclosed: wholeOrNull(row, 'enclosed'),
      spoiled: wholeOrNull(row, 'spoiled'),
      pulled: wholeOrNull(row, 'pulled'),
      posted: wholeOrNull(row, 'posted'),
    },
    recorded: {
      members: whole(row, 'members'),
      droppedLater: whole(row, 'dropped_later'),
      printed: whole(row, 'copies'),
      spoiled: whole(row, 'spoils'),
      pulled: whole(row, 'pulls'),
      posted: whole(row, 'left_house'),
      underWay: whole(row, 'under_way'),
      delivered: whole(row, 'delivered'),
      returned: whole(row, 'returned'),
      lost: whole(row, 'lost'),
      withdrawn: whole(row, 'withdrawn'),
      yen: whole(row, 'yen'),
    },
    receipt: { pieces: whole(row, 'receipted'), yen: whole(row, 'receipt_yen') },
  }));
}

const POSTED: Statement = {
  name: 'pieces-posted-by-kind',
  text: 'select kind, count(*) as posted from p_piece where posted_on between $1 and $2 group by kind',
};

/** How many pieces of each kind were posted in a span of days (CHI-5-1 to 5-3). */
export async function postedByKind(
  reader: Reader,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows(POSTED, [from, to]);
  return new Map(rows.map((row) => [text(row, 'kind'), whole(row, 'posted')]));
}

function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

function wholeOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : whole(row, column);
}
