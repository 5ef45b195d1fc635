import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CallBackId, CaseId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { CallBackAbout } from '../../domain/facts/contact.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, textOrNull } from '../row.ts';

/** A call-back before anything of her is opened. */
export type CallBackRow = {
  readonly callBack: CallBackId;
  readonly subject: CaseId;
  readonly case: CaseId;
  readonly about: CallBackAbout;
  readonly channel: string;
  readonly requestedAt: Instant;
  readonly dueBy: Instant;
  /** The day on which her number was last told to us. When that is the day of the act, it may be another's. */
  readonly phoneSince: CivilDate | null;
};

const OPEN: Statement = {
  name: 'call-backs-open',
  text: `select call_back, "case", about, channel, requested_at, due_by, phone_since
         from p_call_back where closed_at is null order by due_by, requested_at, call_back`,
};

/** What nobody has called about yet, oldest due first. */
export async function openCallBacks(reader: Reader): Promise<readonly CallBackRow[]> {
  return (await reader.rows(OPEN, [])).map((row) => {
    const id = text(row, 'case') as CaseId;
    return {
      callBack: text(row, 'call_back') as CallBackId,
      subject: id,
      case: id,
      about: text(row, 'about') as CallBackAbout,
      channel: text(row, 'channel'),
      requestedAt: text(row, 'requested_at') as Instant,
      dueBy: text(row, 'due_by') as Instant,
      phoneSince: textOrNull(row, 'phone_since') as CivilDate | null,
    };
  });
}
