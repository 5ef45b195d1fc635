import type { AccessRules } from '../../domain/access/access-rules.ts';
import { noAccount } from '../../domain/access/account.ts';
import { lacksOf, type Lack } from '../../domain/access/worker-ready.ts';
import type { AccountId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Side } from '../../domain/facts/governance.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull } from '../row.ts';

/** A line of the register of workers, before a name is opened. */
export type WorkerRow = {
  readonly subject: AccountId;
  readonly account: AccountId;
  readonly side: Side;
  readonly function: string | null;
  readonly state: string;
  readonly notifiedFrom: string | null;
  readonly training: Readonly<Record<string, string>>;
  readonly pledge: {
    readonly signedOn: string | null;
    readonly copyConsentOn: string | null;
    readonly copySubmittedOn: string | null;
  };
  /** What is missing today. */
  readonly lacks: readonly Lack[];
};

const ALL: Statement = {
  name: 'workers-all',
  text: 'select * from p_account where left_on is null order by side, account',
};

export async function findWorkers(
  reader: Reader,
  today: CivilDate,
  rules: AccessRules,
): Promise<readonly WorkerRow[]> {
  return (await reader.rows(ALL)).map((row) => workerOf(row, today, rules));
}

function workerOf(row: Row, today: CivilDate, rules: AccessRules): WorkerRow {
  const account = text(row, 'account') as AccountId;
  const day = (column: string) => textOrNull(row, column) as CivilDate | null;
  const side = text(row, 'side') as Side;
  const notifiedFrom = day('notified_from');
  const training = Object.fromEntries(
    text(row, 'trained_on')
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => [part.slice(0, part.lastIndexOf(':')), part.slice(part.lastIndexOf(':') + 1)]),
  ) as Readonly<Record<string, CivilDate>>;
  const [signedOn, copyConsentOn, copySubmittedOn] = [
    day('pledge_signed'),
    day('pledge_consent'),
    day('pledge_copy'),
  ];
  const lacks = lacksOf(
    {
      ...noAccount,
      registered: { holder: text(row, 'holder'), side },
      ...(notifiedFrom ? { notified: { submittedOn: notifiedFrom, effectiveFrom: notifiedFrom } } : {}),
      trainedOn: training,
      pledge: {
        ...(signedOn ? { signedOn } : {}),
        ...(copyConsentOn ? { copyConsentOn } : {}),
        ...(copySubmittedOn ? { copySubmittedOn } : {}),
      },
    },
    today,
    rules,
  );
  return {
    subject: account,
    account,
    side,
    function: textOrNull(row, 'function'),
    state: text(row, 'state'),
    notifiedFrom,
    training,
    pledge: { signedOn, copyConsentOn, copySubmittedOn },
    lacks,
  };
}
