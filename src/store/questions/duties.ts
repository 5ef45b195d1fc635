import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { DutyKind } from '../../domain/duties/duty.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, whole } from '../row.ts';

/** A duty of a case as lists show it. */
export type DutyRow = {
  readonly key: string;
  readonly kind: DutyKind;
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly due: CivilDate;
  readonly owner: string;
  readonly harm: number;
  /** The paper it is about, in which batch, and who had it in hand last: she is the one to pull it. */
  readonly piece?: string;
  readonly batch?: string;
  readonly holder?: string;
};

const OPEN: Statement = {
  name: 'duties-open',
  text: `select key, kind, "case", due, owner, harm, piece, batch, holder from p_duty
         where starts <= $1 and ($2::text is null or owner = $2) order by harm, due, key limit $3`,
};

const CLOSED: Statement = { name: 'duties-closed', text: 'select key from p_closed_duty' };

const AUTOMATIC: Statement = {
  name: 'duties-automatic',
  text: `select key, "case", starts, automatic from p_duty
         where automatic is not null and starts <= $1 and (starts, key) > ($2, $3) order by starts, key limit $4`,
};

/** Duties of cases that have begun, the most harmful first. */
export async function openDuties(
  reader: Reader,
  on: CivilDate,
  owner: string | undefined,
  limit: number,
): Promise<readonly DutyRow[]> {
  return (await reader.rows(OPEN, [on, owner ?? null, limit])).map(dutyOf);
}

/** A row of `p_duty`. */
export function dutyOf(row: Row): DutyRow {
  const id = text(row, 'case') as CaseId;
  return {
    key: text(row, 'key'),
    kind: text(row, 'kind') as DutyKind,
    case: id,
    subject: id,
    due: text(row, 'due') as CivilDate,
    owner: text(row, 'owner'),
    harm: whole(row, 'harm'),
    ...named(row),
  };
}

function named(row: Row): Partial<Record<'piece' | 'batch' | 'holder', string>> {
  const [piece, batch, holder] = [
    textOrNull(row, 'piece'),
    textOrNull(row, 'batch'),
    textOrNull(row, 'holder'),
  ];
  return { ...(piece ? { piece } : {}), ...(batch ? { batch } : {}), ...(holder ? { holder } : {}) };
}

/** Keys of the programme's duties that are closed. */
export async function closedDuties(reader: Reader): Promise<ReadonlySet<string>> {
  return new Set((await reader.rows(CLOSED)).map((row) => text(row, 'key')));
}

/** A command that the clock gives by itself, with the duty it is for. */
export type AutomaticDuty = {
  readonly key: string;
  readonly case: CaseId;
  readonly starts: string;
  readonly row: string;
};

/** What the clock is to do by itself on a day, after a duty if one is given: one that stays refused holds up no other. */
export async function automaticDuties(
  reader: Reader,
  on: CivilDate,
  after: Pick<AutomaticDuty, 'starts' | 'key'> | undefined,
  limit: number,
): Promise<readonly AutomaticDuty[]> {
  const rows = await reader.rows(AUTOMATIC, [on, after?.starts ?? '', after?.key ?? '', limit]);
  return rows.map((row) => ({
    key: text(row, 'key'),
    case: text(row, 'case') as CaseId,
    starts: text(row, 'starts'),
    row: text(row, 'automatic'),
  }));
}
