import type { AccountId, CaseId, MatterId, RequestId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { actorsSince } from '../read-log.ts';
import { text, textOrNull } from '../row.ts';

/** A line of the ID register: one ID with its rights and its whole history (SEC-4-7). */
export type RegisterRow = {
  readonly subject: AccountId;
  readonly account: AccountId;
  readonly side: string;
  readonly function: string | null;
  readonly state: string;
  readonly post: string | null;
  readonly actingUntil: string | null;
  readonly grants: readonly { readonly role: string; readonly until: string; readonly inForce: boolean }[];
  readonly history: readonly {
    readonly on: string;
    readonly what: string;
    readonly role: string | null;
    readonly until: string | null;
    readonly reason: string | null;
    readonly by: string;
  }[];
};

const ACCOUNTS: Statement = {
  name: 'register-accounts',
  text: `select a.account, a.side, a.function, a.state, m.post, m.acting_until
         from p_account a left join p_manager m on m.account = a.account
         where $1::text is null or a.account = $1 order by a.side, a.account`,
};
const GRANTS: Statement = {
  name: 'register-grants',
  text: 'select account, role, until from p_grant where $1::text is null or account = $1 order by account, role',
};
const LINES: Statement = {
  name: 'register-lines',
  text: `select account, on_day, what, role, until, reason, by_actor from p_register_line
         where $1::text is null or account = $1 order by account, nth`,
};

/** The ID register of everybody, those who left included, or of one account. */
export async function findRegister(
  reader: Reader,
  today: CivilDate,
  account?: AccountId,
): Promise<readonly RegisterRow[]> {
  const only = [account ?? null];
  const grants = Map.groupBy(await reader.rows(GRANTS, only), (row) => text(row, 'account'));
  const lines = Map.groupBy(await reader.rows(LINES, only), (row) => text(row, 'account'));
  return (await reader.rows(ACCOUNTS, only)).map((row) => {
    const id = text(row, 'account') as AccountId;
    return {
      subject: id,
      account: id,
      side: text(row, 'side'),
      function: textOrNull(row, 'function'),
      state: text(row, 'state'),
      post: textOrNull(row, 'post'),
      actingUntil: textOrNull(row, 'acting_until'),
      grants: (grants.get(id) ?? []).map((grant) => ({
        role: text(grant, 'role'),
        until: text(grant, 'until'),
        inForce: text(grant, 'until') >= today,
      })),
      history: (lines.get(id) ?? []).map(lineOf),
    };
  });
}

function lineOf(row: Row): RegisterRow['history'][number] {
  return {
    on: text(row, 'on_day'),
    what: text(row, 'what'),
    role: textOrNull(row, 'role'),
    until: textOrNull(row, 'until'),
    reason: textOrNull(row, 'reason'),
    by: text(row, 'by_actor'),
  };
}

export type RequestRow = {
  readonly subject: AccountId;
  readonly request: RequestId;
  readonly account: AccountId;
  readonly function: string | null;
  readonly role: string;
  readonly purpose: string;
  readonly until: string;
  readonly status: string;
  readonly applicant: string;
  readonly approvedBy: string | null;
  readonly requestedOn: string;
};

const REQUESTS: Statement = {
  name: 'requests-open',
  text: `select r.*, a.function from p_request r join p_account a on a.account = r.account
         where r.status in ('requested', 'approved') order by r.requested_on, r.request`,
};

/** Requests that wait for an approval or for being set up. */
export async function findOpenRequests(reader: Reader): Promise<readonly RequestRow[]> {
  return (await reader.rows(REQUESTS)).map((row) => {
    const account = text(row, 'account') as AccountId;
    return {
      subject: account,
      request: text(row, 'request') as RequestId,
      account,
      function: textOrNull(row, 'function'),
      role: text(row, 'role'),
      purpose: text(row, 'purpose'),
      until: text(row, 'until'),
      status: text(row, 'status'),
      applicant: text(row, 'applicant'),
      approvedBy: textOrNull(row, 'approved_by'),
      requestedOn: text(row, 'requested_on'),
    };
  });
}

export type ReviewRow = {
  readonly review: MatterId;
  readonly cause: string | null;
  readonly openedOn: string | null;
  readonly dueBy: string | null;
  readonly overdue: boolean;
  readonly closed: {
    readonly doneOn: string;
    readonly reviewer: string;
    readonly system: string;
    readonly documents: string;
    readonly unfit: string;
    readonly approver: string;
  } | null;
};

const REVIEWS: Statement = {
  name: 'reviews-all',
  text: 'select * from p_review order by done_on nulls first, due_by, review',
};

/** Reviews of access rights, the open ones first. */
export async function findReviews(reader: Reader, today: CivilDate): Promise<readonly ReviewRow[]> {
  return (await reader.rows(REVIEWS)).map((row) => {
    const dueBy = textOrNull(row, 'due_by');
    const doneOn = textOrNull(row, 'done_on');
    return {
      review: text(row, 'review') as MatterId,
      cause: textOrNull(row, 'cause'),
      openedOn: textOrNull(row, 'opened_on'),
      dueBy,
      overdue: doneOn === null && dueBy !== null && dueBy < today,
      closed:
        doneOn === null
          ? null
          : {
              doneOn,
              reviewer: text(row, 'reviewer'),
              system: text(row, 'system'),
              documents: text(row, 'documents'),
              unfit: text(row, 'unfit'),
              approver: text(row, 'approver'),
            },
    };
  });
}

const LEFT: Statement = {
  name: 'visits-left',
  text: `select "case", visitor from p_case where visitor is not null and closed is null and not exists
         (select 1 from p_grant g where g.account = visitor and g.role = 'visitor' and g.until >= $1)
         order by visitor, "case"`,
};

/** Visits still in the name of somebody who is no visitor any more (CHI-6.3-1). */
export async function findVisitsLeft(
  reader: Reader,
  today: CivilDate,
): Promise<readonly { readonly case: CaseId; readonly visitor: AccountId }[]> {
  return (await reader.rows(LEFT, [today])).map((row) => ({
    case: text(row, 'case') as CaseId,
    visitor: text(row, 'visitor') as AccountId,
  }));
}

const EVER_HELD: Statement = {
  name: 'roles-ever-held',
  text: `select distinct account, role from p_register_line where what = 'granted' order by account, role`,
};

/** Which roles each account ever held: acts of yesterday's administrator stay acts of an administrator. */
export async function rolesEverHeld(reader: Reader): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader.rows(EVER_HELD);
  const byAccount = Map.groupBy(rows, (row) => text(row, 'account'));
  return new Map([...byAccount].map(([account, all]) => [account, all.map((row) => text(row, 'role'))]));
}

const OPEN: Statement = {
  name: 'accounts-open',
  text: `select account, side, function, opened_on from p_account where state = 'open' order by account`,
};
export type IdleRow = {
  readonly subject: AccountId;
  readonly account: AccountId;
  readonly function: string | null;
  readonly openedOn: string | null;
};

/** Open accounts that did nothing since a day (SEC-4-8). Who was opened on that day or later is not idle yet. */
export async function findIdle(reader: Reader, since: CivilDate): Promise<readonly IdleRow[]> {
  const active = await actorsSince(reader, instantAt(since, '00:00'));
  const silent = (await reader.rows(OPEN)).filter(
    (row) => (textOrNull(row, 'opened_on') ?? '') < since && !active.has(text(row, 'account')),
  );
  return silent.map((row) => {
    const account = text(row, 'account') as AccountId;
    return {
      subject: account,
      account,
      function: textOrNull(row, 'function'),
      openedOn: textOrNull(row, 'opened_on'),
    };
  });
}
