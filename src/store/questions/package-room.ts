import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { factOf } from '../journal.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, whole } from '../row.ts';

/** A printed address sheet of a package, and the voucher sets that lie in it. */
export type PackagePiece = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly batch: BatchId;
  readonly kind: string;
  readonly status: string;
  readonly since: CivilDate;
  readonly serials: readonly string[];
};

/** A voucher set as the safe knows it. */
export type SafeSet = { readonly serial: string; readonly expiry: CivilDate; readonly status: string };

const PIECES: Statement = {
  name: 'package-pieces',
  text: `select p.piece, p."case", p.batch, p.kind, p.status, p.since,
           coalesce((select string_agg(v.serial, ',' order by v.serial) from p_voucher_set v
                     where v.piece = p.piece and v.status = 'out'), '') as serials
         from p_piece p where p.kind like 'package%' and p.status = any ($1::text[])
         order by p.batch, p.since, p.piece`,
};
const SETS: Statement = {
  name: 'safe-sets',
  text: 'select serial, expiry, status from p_voucher_set order by expiry, serial',
};
const WHERE: Statement = {
  name: 'safe-where-out',
  text: `select coalesce(p.status, 'unknown') as status, count(*) as sets from p_voucher_set v
         left join p_piece p on p.piece = v.piece where v.status = 'out' group by 1 order by 1`,
};
const COUNTED: Statement = {
  name: 'safe-last-count',
  text: `select line from fact where type in ('stock.counted', 'stock.differed') order by ord desc limit 1`,
};
const HELD: Statement = {
  name: 'benefits-held',
  text: `select "case", held_for, interview_on, entitlement from p_benefit where state = 'held' order by interview_on, "case"`,
};

/** Packages that stand in one of these states, with what was packed into them and is not back. */
export async function packagePieces(
  reader: Reader,
  states: readonly string[],
): Promise<readonly PackagePiece[]> {
  return (await reader.rows(PIECES, [states])).map((row: Row) => ({
    piece: text(row, 'piece') as PieceId,
    case: text(row, 'case') as CaseId,
    batch: text(row, 'batch') as BatchId,
    kind: text(row, 'kind'),
    status: text(row, 'status'),
    since: text(row, 'since') as CivilDate,
    serials: text(row, 'serials')
      .split(',')
      .filter((serial) => serial !== ''),
  }));
}

/** Every voucher set that ever came in, the one that expires first in front. */
export async function safeSets(reader: Reader): Promise<readonly SafeSet[]> {
  return (await reader.rows(SETS)).map((row) => ({
    serial: text(row, 'serial'),
    expiry: text(row, 'expiry') as CivilDate,
    status: text(row, 'status'),
  }));
}

/** Where the sets are that left the safe: by the state of the package that holds them. */
export async function setsOutside(
  reader: Reader,
): Promise<readonly { readonly status: string; readonly sets: number }[]> {
  return (await reader.rows(WHERE)).map((row) => ({ status: text(row, 'status'), sets: whole(row, 'sets') }));
}

/** The last count by two people: when, how many, and whether it fitted the book. */
export async function lastCount(
  reader: Reader,
): Promise<{ readonly on: CivilDate; readonly counted: number; readonly fitted: boolean } | undefined> {
  const [row] = await reader.rows(COUNTED);
  const fact = row && factOf(text(row, 'line'));
  if (fact?.type !== 'stock.counted' && fact?.type !== 'stock.differed') return undefined;
  return {
    on: fact.at.slice(0, 10) as CivilDate,
    counted: fact.count,
    fitted: fact.type === 'stock.counted',
  };
}

export type HeldBenefit = {
  readonly case: CaseId;
  readonly heldFor: string;
  readonly interviewOn: CivilDate;
  readonly entitlement: string;
};

/** Packages that are held, with why: not for the mailing room. */
export async function heldBenefits(reader: Reader): Promise<readonly HeldBenefit[]> {
  return (await reader.rows(HELD)).map((row) => ({
    case: text(row, 'case') as CaseId,
    heldFor: text(row, 'held_for'),
    interviewOn: text(row, 'interview_on') as CivilDate,
    entitlement: text(row, 'entitlement'),
  }));
}
