import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Reader, Statement } from '../connection.ts';
import { text } from '../row.ts';

export type OwedBenefit = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly state: 'owed' | 'held';
  readonly dueBy: CivilDate | null;
};

/** Where the package of one woman stands, as `p_benefit.state` has it; nothing before her interview. */
export async function benefitOf(reader: Reader, id: CaseId): Promise<string | undefined> {
  const [row] = await reader.rows(OF_CASE, [id]);
  return row && text(row, 'state');
}

const OF_CASE: Statement = {
  name: 'benefit-of-case',
  text: 'select state from p_benefit where "case" = $1',
};
const OWED: Statement = {
  name: 'benefits-owed',
  text: `select "case", state, due_by from p_benefit where state in ('owed', 'held')
         and ($1::text is null or state = 'held' or due_by <= $1) order by due_by nulls last, "case"`,
};

/** Why something is held is not for the mailing room (section 13): the row says that, not why. */
export async function findOwedBenefits(
  reader: Reader,
  until: CivilDate | undefined,
): Promise<readonly OwedBenefit[]> {
  const rows = await reader.rows(OWED, [until ?? null]);
  return rows.map((row) => {
    const id = text(row, 'case') as CaseId;
    return {
      case: id,
      subject: id,
      state: row['state'] === 'held' ? 'held' : 'owed',
      dueBy: row['due_by'] === null ? null : (text(row, 'due_by') as CivilDate),
    };
  });
}
