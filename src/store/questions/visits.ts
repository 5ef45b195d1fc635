import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { AccountId, CaseId } from '../../domain/basics/ids.ts';
import type { DateRange } from '../../domain/calendar/date-range.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';

/** A case as far as its visit goes, before anything of her is opened. */
export type VisitRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly due: CivilDate;
  readonly month8: DateRange;
  readonly cohort: boolean;
  readonly born: boolean;
  readonly followUp: boolean;
  readonly stage: 'open' | 'done' | 'over';
  readonly booked?: CivilDate;
  readonly absences: number;
};

/** A visit that took longer or shorter than usual. */
export type OddVisitRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly date: CivilDate;
  readonly visitor: AccountId;
  readonly followUp: boolean;
  readonly minutes: number;
};

export type VisitorRow = { readonly subject: AccountId; readonly visitor: AccountId };

/** Somebody with the right of a visitor and a licence that was seen. `lacks`: what is missing before she may be sent. */
export type TeamRow = {
  readonly subject: AccountId;
  readonly visitor: AccountId;
  readonly holder: string;
  readonly lacks: readonly string[];
  readonly licences: readonly string[];
  readonly languages: readonly string[];
  readonly areas: readonly string[];
};

const COLUMNS = `"case", due, month8_from, month8_to, cohort, born, follow_up, stage, booked, absences from p_visit`;

const OF_CASE: Statement = { name: 'visit-of-case', text: `select ${COLUMNS} where "case" = $1` };

const WORKLIST: Statement = {
  name: 'visit-worklist',
  text: `select ${COLUMNS} where stage = 'open' and due <= $1 order by due, "case"`,
};

const ODD: Statement = {
  name: 'visits-of-odd-length',
  text: `select "case", visited_on, visitor, follow_up, minutes from p_visit
         where length_odd and visited_on between $1 and $2 order by visited_on, "case"`,
};

const FREE_VISITORS: Statement = {
  name: 'visitors-free',
  text: `select v.account from p_visitor v join p_grant g on g.account = v.account and g.role = 'visitor'
         where v.lacks = '' and g.until >= $1
           and not exists (select 1 from p_booking b where b.visitor = v.account and b.date = $1 and b.start = $2)
         order by v.account`,
};

const TEAM: Statement = {
  name: 'visitors-team',
  text: `select v.account, a.holder, v.lacks, v.licences, v.languages, v.areas
         from p_visitor v join p_grant g on g.account = v.account and g.role = 'visitor'
           join p_account a on a.account = v.account
         where g.until >= $1 order by a.holder, v.account`,
};

/** Who visits: everybody whose right reaches the day. */
export async function visitorsTeam(reader: Reader, on: CivilDate): Promise<readonly TeamRow[]> {
  const rows = await reader.rows(TEAM, [on]);
  return rows.map((row) => {
    const visitor = text(row, 'account') as AccountId;
    const [lacks, licences, languages, areas] = ['lacks', 'licences', 'languages', 'areas'].map((name) =>
      text(row, name)
        .split(',')
        .filter((one) => one !== ''),
    );
    return {
      subject: visitor,
      visitor,
      holder: text(row, 'holder'),
      lacks: lacks ?? [],
      licences: licences ?? [],
      languages: languages ?? [],
      areas: areas ?? [],
    };
  });
}

export async function visitOfCase(reader: Reader, id: CaseId): Promise<readonly VisitRow[]> {
  return (await reader.rows(OF_CASE, [id])).map(visitRow);
}

/** Not yet visited and due by a day, nearest due date first (CHI-8.2-3). Past due dates stand first. */
export async function openVisits(reader: Reader, dueBy: CivilDate): Promise<readonly VisitRow[]> {
  return (await reader.rows(WORKLIST, [dueBy])).map(visitRow);
}

export async function oddVisits(reader: Reader, range: DateRange): Promise<readonly OddVisitRow[]> {
  const rows = await reader.rows(ODD, [range.from, range.to]);
  return rows.map((row) => {
    const id = text(row, 'case') as CaseId;
    return {
      case: id,
      subject: id,
      date: text(row, 'visited_on') as CivilDate,
      visitor: text(row, 'visitor') as AccountId,
      followUp: truth(row, 'follow_up'),
      minutes: whole(row, 'minutes'),
    };
  });
}

/** Visitors who may be sent and have no other visit at that time: also those who can stand in (CHI-6.2-2). */
export async function freeVisitors(
  reader: Reader,
  day: CivilDate,
  start: string,
): Promise<readonly VisitorRow[]> {
  const rows = await reader.rows(FREE_VISITORS, [day, start]);
  return rows.map((row) => {
    const visitor = text(row, 'account') as AccountId;
    return { subject: visitor, visitor };
  });
}

function visitRow(row: Row): VisitRow {
  const id = text(row, 'case') as CaseId;
  return {
    case: id,
    subject: id,
    due: text(row, 'due') as CivilDate,
    month8: { from: text(row, 'month8_from') as CivilDate, to: text(row, 'month8_to') as CivilDate },
    cohort: truth(row, 'cohort'),
    born: truth(row, 'born'),
    followUp: truth(row, 'follow_up'),
    stage: text(row, 'stage') as VisitRow['stage'],
    ...(row['booked'] === null ? {} : { booked: text(row, 'booked') as CivilDate }),
    absences: whole(row, 'absences'),
  };
}
