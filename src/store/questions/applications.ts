import type { ApplicationId, CaseId } from '../../domain/basics/ids.ts';
import { addMonths, firstDay, type YearMonth } from '../../domain/basics/year-month.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, whole } from '../row.ts';

/** An application as lists show it before anything is opened. `vaultItem` names her answers among others of hers. */
export type ApplicationRow = {
  readonly application: ApplicationId;
  readonly subject: ApplicationId | CaseId;
  readonly case?: CaseId;
  readonly vaultItem: string;
  readonly form: string;
  readonly channel: string;
  readonly receivedAt: string;
  readonly state: string;
  readonly urgent?: string;
  readonly dueDiffers?: number;
};

export type SharedApplicationRow = Omit<ApplicationRow, 'subject'> & Partial<Pick<ApplicationRow, 'subject'>>;

export type ApplicationStatus = {
  readonly received: number;
  readonly confirmed: number;
  readonly pending: number;
  readonly cancelled: number;
  readonly refused: number;
  readonly byChannel: Readonly<Record<string, number>>;
};

const COLUMNS = 'application, "case", form, channel, received_at, state, urgent, due_differs';

const BY_ID: Statement = {
  name: 'applications-by-id',
  text: `select ${COLUMNS} from p_application where application = $1`,
};

const BY_STATE: Statement = {
  name: 'applications-by-state',
  text: `select ${COLUMNS} from p_application where state = any ($1::text[]) and received_at >= $2
         order by urgent nulls last, received_at, application limit $3`,
};

const BY_MONTH: Statement = {
  name: 'applications-of-month',
  text: `select state, channel, count(*)::int as number from p_application
         where received_at >= $1 and received_at < $2 group by state, channel order by state, channel`,
};

const OF_CASE: Statement = {
  name: 'applications-of-case',
  text: `select ${COLUMNS} from p_application where "case" = $1 order by received_at desc, application`,
};

/** Applications of one woman, the newest first. */
export async function applicationsOf(reader: Reader, id: CaseId): Promise<readonly ApplicationRow[]> {
  return (await reader.rows(OF_CASE, [id])).map(rowOf);
}

export async function findApplication(
  reader: Reader,
  application: ApplicationId,
): Promise<readonly ApplicationRow[]> {
  return (await reader.rows(BY_ID, [application])).map(rowOf);
}

const CONSENT: Statement = {
  name: 'application-consent',
  text: `select 1 from p_registration r join p_application a on a."case" = r."case"
         where a.application = $1 and r.consent = 'given'`,
};

/** The same for the ward: without her consent in force the row belongs to nobody, and nothing of it is opened. */
export async function findSharedApplication(
  reader: Reader,
  application: ApplicationId,
): Promise<readonly SharedApplicationRow[]> {
  const shared = (await reader.rows(CONSENT, [application])).length > 0;
  const rows = await findApplication(reader, application);
  return shared ? rows : rows.map(({ subject: _closed, ...row }) => row);
}

/** Oldest first, urgent before the others. `since` is a day or moment; empty for all. */
export async function findApplications(
  reader: Reader,
  wanted: { readonly states: readonly string[]; readonly since: string; readonly limit?: number },
): Promise<readonly ApplicationRow[]> {
  const rows = await reader.rows(BY_STATE, [wanted.states, wanted.since, wanted.limit ?? null]);
  return rows.map(rowOf);
}

/** Applications received in a month, by where they stand now (CHI-8.2-4). */
export async function countApplications(reader: Reader, month: YearMonth): Promise<ApplicationStatus> {
  const rows = await reader.rows(BY_MONTH, [firstDay(month), firstDay(addMonths(month, 1))]);
  const sum = (of: (row: Row) => boolean) =>
    rows.filter(of).reduce((total, row) => total + whole(row, 'number'), 0);
  const inState = (state: string) => sum((row) => row['state'] === state);
  const channels = [...new Set(rows.map((row) => text(row, 'channel')))];
  return {
    received: sum(() => true),
    confirmed: inState('confirmed'),
    pending: inState('pending'),
    cancelled: inState('cancelled'),
    refused: inState('refused'),
    byChannel: Object.fromEntries(
      channels.map((channel) => [channel, sum((row) => row['channel'] === channel)]),
    ),
  };
}

function rowOf(row: Row): ApplicationRow {
  const application = text(row, 'application') as ApplicationId;
  const known = row['case'] === null ? undefined : (text(row, 'case') as CaseId);
  return {
    application,
    subject: known ?? application,
    ...(known ? { case: known } : {}),
    vaultItem: application,
    form: text(row, 'form'),
    channel: text(row, 'channel'),
    receivedAt: text(row, 'received_at'),
    state: text(row, 'state'),
    ...(row['urgent'] === null ? {} : { urgent: text(row, 'urgent') }),
    ...(row['due_differs'] === null ? {} : { dueDiffers: whole(row, 'due_differs') }),
  };
}
