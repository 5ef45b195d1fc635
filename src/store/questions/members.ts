import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import type { Drawable } from '../../domain/members/draw-groups.ts';
import type { Outcome } from '../../domain/members/outcome.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';

const OF_LIST: Statement = {
  name: 'members-of-list',
  text: 'select * from p_member where list = $1 order by "case"',
};
const GROUPED: Statement = {
  name: 'members-grouped',
  text: `select group_code, version, sent, returned, reached, attended from p_member
         where group_code is not null and ($1::text is null or list = $1)`,
};
const DRAW: Statement = { name: 'draw-of-list', text: 'select * from p_draw where list = $1' };
const TO_CALL: Statement = {
  name: 'members-to-call',
  text: `select "case", calls from p_member
         where sent and not attended and not reached and calls < $1 and "case" > $2 order by "case" limit $3`,
};

export type MemberRow = Drawable & { readonly group: string | undefined };

/** Every person of a list, in the order of the case ids: what is drawn, and what was drawn. */
export async function membersOfList(reader: Reader, list: ListId): Promise<readonly MemberRow[]> {
  return (await reader.rows(OF_LIST, [list])).map((row) => ({
    case: text(row, 'case') as CaseId,
    screening: text(row, 'screening') as Drawable['screening'],
    age: whole(row, 'age'),
    sex: text(row, 'sex') as Drawable['sex'],
    history: text(row, 'history') as Drawable['history'],
    group: optional(row, 'group_code'),
  }));
}

export type DrawRow = {
  readonly version: string;
  readonly seed: string;
  readonly persons: number;
  /** Absent while the draw is being carried out. */
  readonly grouped: number | undefined;
};

export async function findDraw(reader: Reader, list: ListId): Promise<DrawRow | undefined> {
  const [row] = await reader.rows(DRAW, [list]);
  return (
    row && {
      version: text(row, 'version'),
      seed: text(row, 'seed'),
      persons: whole(row, 'persons'),
      grouped: row['grouped'] === null ? undefined : whole(row, 'grouped'),
    }
  );
}

/** What came of everybody who has a group, of all lists or of one. */
export async function findOutcomes(reader: Reader, list: ListId | undefined): Promise<readonly Outcome[]> {
  return (await reader.rows(GROUPED, [list ?? null])).map((row) => ({
    group: text(row, 'group_code'),
    sent: truth(row, 'sent'),
    returned: truth(row, 'returned'),
    reached: truth(row, 'reached'),
    attended: truth(row, 'attended'),
  }));
}

/** Who got a card, has not attended and was not reached yet, after a case id. Stops are asked of each. */
export async function membersToCall(
  reader: Reader,
  { attempts, after, limit }: { readonly attempts: number; readonly after: string; readonly limit: number },
): Promise<readonly { readonly case: CaseId; readonly calls: number }[]> {
  return (await reader.rows(TO_CALL, [attempts, after, limit])).map((row) => ({
    case: text(row, 'case') as CaseId,
    calls: whole(row, 'calls'),
  }));
}

function optional(row: Row, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}
