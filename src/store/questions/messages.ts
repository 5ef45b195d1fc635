import type { CaseId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, textOrNull } from '../row.ts';

/** Something planned whose time has come; whether it goes is decided when it is sent. */
export type PlannedRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly about: string;
  readonly ref?: string;
  readonly from: string;
  readonly until: string;
};

export type MessageRow = {
  readonly message: string;
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly about: string;
  readonly channel: string;
  readonly at: string;
  readonly state: string;
  readonly reason: string | null;
};

const COME_DUE: Statement = {
  name: 'messages-come-due',
  text: `select "case", about, ref, from_at, until_at from p_planned_message
         where from_at <= $1 and until_at > $1 order by from_at, planned limit 1000`,
};

const OF_CASE: Statement = {
  name: 'messages-of-case',
  text: `select message, "case", about, channel, at, state, reason from p_message where "case" = $1 order by at, message`,
};

export async function messagesComeDue(reader: Reader, now: Instant): Promise<readonly PlannedRow[]> {
  return (await reader.rows(COME_DUE, [now])).map((row) => {
    const id = text(row, 'case') as CaseId;
    const ref = textOrNull(row, 'ref');
    return {
      case: id,
      subject: id,
      about: text(row, 'about'),
      ...(ref ? { ref } : {}),
      from: text(row, 'from_at'),
      until: text(row, 'until_at'),
    };
  });
}

export async function messagesOf(reader: Reader, of: CaseId): Promise<readonly MessageRow[]> {
  return (await reader.rows(OF_CASE, [of])).map((row) => {
    const id = text(row, 'case') as CaseId;
    return {
      message: text(row, 'message'),
      case: id,
      subject: id,
      about: text(row, 'about'),
      channel: text(row, 'channel'),
      at: text(row, 'at'),
      state: text(row, 'state'),
      reason: textOrNull(row, 'reason'),
    };
  });
}
