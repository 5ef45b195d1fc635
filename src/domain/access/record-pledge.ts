import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';
import type { DayToCome, WorkerUnknown } from './notify-worker.ts';

/** The pledge of a worker (form 3): its two signatures, and the copy for the ward. */
export type RecordPledge = {
  readonly account: AccountId;
  readonly signedOn: CivilDate;
  readonly copyConsentOn?: CivilDate;
  readonly copySubmittedOn?: CivilDate;
};

export type RecordPledgeRefusal = WorkerUnknown | DayToCome | RefusalOf<'copy-without-consent'>;

/** PII-6-2, PII-F3-2. May be recorded in steps; the copy goes to the ward only with the second signature. */
export function recordPledge(
  state: { readonly account: AccountState },
  { account, signedOn, copyConsentOn, copySubmittedOn }: RecordPledge,
  { today }: Context,
): Decision | RecordPledgeRefusal {
  if (!state.account.registered) return { refused: 'worker-unknown', account };
  const late = [signedOn, copyConsentOn, copySubmittedOn].find((day) => day !== undefined && day > today);
  if (late) return { refused: 'access-day-to-come', date: late };
  if (copySubmittedOn && !copyConsentOn && !state.account.pledge.copyConsentOn) {
    return { refused: 'copy-without-consent' };
  }
  return {
    facts: [
      {
        type: 'pledge.signed',
        account,
        signedOn,
        ...(copyConsentOn ? { copyConsentOn } : {}),
        ...(copySubmittedOn ? { copySubmittedOn } : {}),
      },
    ],
  };
}
