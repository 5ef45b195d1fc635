import type { CaseState } from '../../domain/case.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { dueMessages, isStopped } from '../../domain/messages/due-messages.ts';
import type { Rules } from '../../domain/rules.ts';
import { folds } from '../../domain/streams.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull } from '../row.ts';
import { caseStates } from './case-states.ts';

/** Something planned whose time has come; whether it goes is decided when it is sent. */
export type PlannedRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly about: string;
  readonly ref?: string;
  readonly from: string;
  readonly until: string;
  /** How it would go now; `stopped` by a stop, `none` when it is simply not wanted (she has no address, say). */
  readonly way: 'mail' | 'call' | 'stopped' | 'none';
};

/** An ordered message that was not handed over yet. */
export type WaitingRow = {
  readonly message: string;
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly about: string;
  readonly ref?: string;
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
  text: `select planned, "case", about, ref, from_at, until_at from p_planned_message
         where from_at <= $1 and until_at > $1 and (from_at, planned) > ($2, $3) order by from_at, planned limit $4`,
};

const OF_CASE: Statement = {
  name: 'messages-of-case',
  text: `select message, "case", about, channel, at, state, reason from p_message where "case" = $1 order by at, message`,
};

const WAITING: Statement = {
  name: 'messages-waiting',
  text: `select message, "case", about, ref from p_message
         where state = 'sent' and handed_over is null and channel = 'email' order by at, message limit 1000`,
};

const HANDED_OVER: Statement = {
  name: 'message-handed-over',
  text: `select message, "case", about, ref from p_message
         where "case" = $1 and message = $2 and state = 'sent' and handed_over is not null and not accepted`,
};

/** So many women are looked at together. */
const AT_ONCE = 1000;

/**
 * Planned messages whose time has come, the oldest first, each judged on her state as it is now. All of them: what is
 * stopped, or a call that nobody has made, stays until its time is over and must not stand before what could go.
 */
export async function* messagesComeDue(
  reader: Reader,
  now: Instant,
  rules: Rules,
  atOnce = AT_ONCE,
): AsyncGenerator<PlannedRow> {
  let last = ['', ''];
  for (;;) {
    const rows = await reader.rows(COME_DUE, [now, ...last, atOnce]);
    const states = await caseStates(reader, [...new Set(rows.map((row) => text(row, 'case') as CaseId))]);
    for (const row of rows) {
      const state = states.get(text(row, 'case') as CaseId) ?? folds.case.initial;
      yield plannedRow(row, state, now, rules);
    }
    const end = rows.at(-1);
    if (!end || rows.length < atOnce) return;
    last = [text(end, 'from_at'), text(end, 'planned')];
  }
}

function plannedRow(row: Row, state: CaseState, now: Instant, rules: Rules): PlannedRow {
  const id = text(row, 'case') as CaseId;
  const ref = textOrNull(row, 'ref');
  const about = text(row, 'about');
  const due = dueMessages(state, now, rules).find((one) => one.about === about && (one.ref ?? null) === ref);
  return {
    case: id,
    subject: id,
    about,
    ...(ref ? { ref } : {}),
    from: text(row, 'from_at'),
    until: text(row, 'until_at'),
    way: due?.way ?? (isStopped(state, about, now) ? 'stopped' : 'none'),
  };
}

export async function messagesWaiting(reader: Reader): Promise<readonly WaitingRow[]> {
  return (await reader.rows(WAITING, [])).map((row) => waitingRow(row));
}

/** The one message, if it was handed over and nothing more is known of it. */
export async function messageHandedOver(
  reader: Reader,
  of: CaseId,
  message: string,
): Promise<readonly WaitingRow[]> {
  return (await reader.rows(HANDED_OVER, [of, message])).map((row) => waitingRow(row));
}

function waitingRow(row: Row): WaitingRow {
  const id = text(row, 'case') as CaseId;
  const ref = textOrNull(row, 'ref');
  return {
    message: text(row, 'message'),
    case: id,
    subject: id,
    about: text(row, 'about'),
    ...(ref ? { ref } : {}),
  };
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
