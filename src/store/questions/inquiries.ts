import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { addDays } from '../../domain/basics/civil-date.ts';
import type { CaseId, InquiryId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Caller, IdentityLevel } from '../../domain/facts/contact.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, whole } from '../row.ts';

/** An entry of the reception book before anything is opened. */
export type InquiryRow = {
  readonly inquiry: InquiryId;
  readonly subject: InquiryId | CaseId;
  readonly case?: CaseId;
  readonly vaultItem: string;
  readonly no: number;
  readonly channel: string;
  readonly category: string;
  readonly level: IdentityLevel;
  readonly caller: Caller;
  readonly openedAt: Instant;
  readonly startsAt: Instant;
  readonly dueBy: Instant;
  readonly answeredAt: string | null;
  readonly result: string | null;
  readonly escalatedTo: string | null;
  readonly closedAt: string | null;
  /** The automatic receipt of a form: `wanted`, `handed-over`, `accepted`, `failed`, `stopped`. */
  readonly receipt: string | null;
};

const COLUMNS = `inquiry, no, "case", channel, category, level, caller, opened_at, starts_at, due_by, answered_at, result,
  escalated_to, closed_at, receipt`;

const OF_DAY: Statement = {
  name: 'inquiries-of-day',
  text: `select ${COLUMNS} from p_inquiry where opened_at >= $1 and opened_at < $2 order by no`,
};
const OPEN: Statement = {
  name: 'inquiries-open',
  text: `select ${COLUMNS} from p_inquiry where closed_at is null order by due_by, no`,
};
const BY_ID: Statement = {
  name: 'inquiries-by-id',
  text: `select ${COLUMNS} from p_inquiry where inquiry = $1`,
};
const OF_CASE: Statement = {
  name: 'inquiries-of-case',
  text: `select ${COLUMNS} from p_inquiry where "case" = $1 order by opened_at desc, no desc`,
};
const RECEIPTS_WANTED: Statement = {
  name: 'inquiries-receipts-wanted',
  text: `select ${COLUMNS} from p_inquiry where receipt = 'wanted' order by opened_at, no limit 200`,
};

/** Enquiries that were found out to be of one woman, the newest first. */
export async function inquiriesOf(reader: Reader, id: CaseId): Promise<readonly InquiryRow[]> {
  return (await reader.rows(OF_CASE, [id])).map(rowOf);
}

/** Every contact of a day in the order of its number (CHI-9.1-1). */
export async function receptionBook(reader: Reader, day: CivilDate): Promise<readonly InquiryRow[]> {
  return (await reader.rows(OF_DAY, [day, addDays(day, 1)])).map(rowOf);
}

/** What waits, the most pressing first. */
export async function openInquiries(reader: Reader): Promise<readonly InquiryRow[]> {
  return (await reader.rows(OPEN, [])).map(rowOf);
}

export async function findInquiry(reader: Reader, inquiry: InquiryId): Promise<readonly InquiryRow[]> {
  return (await reader.rows(BY_ID, [inquiry])).map(rowOf);
}

/** Enquiries whose sender has no receipt yet, the oldest first. */
export async function receiptsWanted(reader: Reader): Promise<readonly InquiryRow[]> {
  return (await reader.rows(RECEIPTS_WANTED, [])).map(rowOf);
}

function rowOf(row: Row): InquiryRow {
  const inquiry = text(row, 'inquiry') as InquiryId;
  const known = textOrNull(row, 'case') as CaseId | null;
  return {
    inquiry,
    subject: known ?? inquiry,
    ...(known ? { case: known } : {}),
    vaultItem: inquiry,
    no: whole(row, 'no'),
    channel: text(row, 'channel'),
    category: text(row, 'category'),
    level: whole(row, 'level') as IdentityLevel,
    caller: text(row, 'caller') as Caller,
    openedAt: text(row, 'opened_at') as Instant,
    startsAt: text(row, 'starts_at') as Instant,
    dueBy: text(row, 'due_by') as Instant,
    answeredAt: textOrNull(row, 'answered_at'),
    result: textOrNull(row, 'result'),
    escalatedTo: textOrNull(row, 'escalated_to'),
    closedAt: textOrNull(row, 'closed_at'),
    receipt: textOrNull(row, 'receipt'),
  };
}
