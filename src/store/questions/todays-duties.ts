import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { DutyKind } from '../../domain/duties/duty.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, whole } from '../row.ts';
import { dutyOf, type DutyRow } from './duties.ts';

/** A duty of a case that is due for somebody, with how many of its kind there are in all and how many are late. */
export type DueDuty = DutyRow & { readonly total: number; readonly late: number };

/** How much of one kind waits for one role. */
export type WaitingDuties = {
  readonly owner: string;
  readonly kind: DutyKind;
  readonly count: number;
  readonly late: number;
  readonly due: CivilDate;
};

const MINE: Statement = {
  name: 'duties-of-roles',
  // A visitor's duty is hers alone: she sees no case that is not assigned to her (requirements.md section 13).
  text: `select * from (
           select d.*, row_number() over (partition by kind order by due, key) as place,
                  count(*) over (partition by kind) as total,
                  count(*) filter (where due < $1) over (partition by kind) as late
           from p_duty d
           where starts <= $1 and owner = any ($2::text[]) and ($3::text is null or kind = $3)
             and (owner <> 'visitor' or exists (
               select 1 from p_case c where c."case" = d."case" and c.visitor = $5))) due
         where place > $6 and place <= $6 + $4 order by harm, due, key`,
};

const OTHERS: Statement = {
  name: 'duties-of-others',
  text: `select owner, kind, count(*) as count, count(*) filter (where due < $1) as late, min(due) as due
         from p_duty where starts <= $1 and not owner = any ($2::text[]) group by owner, kind`,
};

/** What is due for these roles, of each kind a few after `skip`, the most harmful first. */
export async function dueForRoles(
  reader: Reader,
  of: { readonly roles: readonly RoleName[]; readonly actor: string },
  on: CivilDate,
  shown: { readonly kind: DutyKind | undefined; readonly each: number; readonly skip: number },
): Promise<readonly DueDuty[]> {
  const rows = await reader.rows(MINE, [on, of.roles, shown.kind ?? null, shown.each, of.actor, shown.skip]);
  return rows.map((row) => ({ ...dutyOf(row), total: whole(row, 'total'), late: whole(row, 'late') }));
}

/** What waits for everybody else, counted. */
export async function dueForOthers(
  reader: Reader,
  roles: readonly RoleName[],
  on: CivilDate,
): Promise<readonly WaitingDuties[]> {
  const rows = await reader.rows(OTHERS, [on, roles]);
  return rows.map((row) => ({
    owner: text(row, 'owner'),
    kind: text(row, 'kind') as DutyKind,
    count: whole(row, 'count'),
    late: whole(row, 'late'),
    due: text(row, 'due') as CivilDate,
  }));
}
