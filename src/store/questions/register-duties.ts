import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { HARM, type DutyKind } from '../../domain/duties/duty.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import type { Reader } from '../connection.ts';
import { allDisposals } from './disposals.ts';
import { takenOut } from './hand-overs.ts';
import { lockedSince } from './sign-ins.ts';

/** A duty that follows from a register: it ends when its entry does. */
export type RegisterDuty = {
  readonly key: string;
  readonly kind: DutyKind;
  readonly due: CivilDate;
  /** Time of the day from which it is late; without it the next day. */
  readonly dueTime?: string;
  readonly owner: RoleName;
  readonly harm: number;
};

/**
 * What is out and not back (PII-9-2), what the ward consented to dispose of and is not done (PII-12), and
 * whose sign-in is locked after failures (SEC-11-1).
 */
export async function registerDuties(reader: Reader, backByTime: string): Promise<readonly RegisterDuty[]> {
  const out = (await takenOut(reader)).map(({ matter, backBy, at }) =>
    duty(`handover/${matter}/return`, 'return-take-out', backBy ?? (at.slice(0, 10) as CivilDate), {
      owner: 'work-supervisor',
      dueTime: backByTime,
    }),
  );
  const consented = (await allDisposals(reader))
    .filter(({ state }) => state === 'consented')
    .map(({ disposal, plannedOn }) =>
      duty(`disposal/${disposal}/carry-out`, 'carry-out-disposal', plannedOn, {
        owner: 'responsible-manager',
      }),
    );
  const locked = (await lockedSince(reader)).map(({ account, at }) =>
    duty(`account/${account}/look-at-lock`, 'look-at-lock', at.slice(0, 10) as CivilDate, {
      owner: 'administrator',
    }),
  );
  return [...out, ...consented, ...locked];
}

function duty(
  key: string,
  kind: DutyKind,
  due: CivilDate,
  more: { readonly owner: RoleName; readonly dueTime?: string },
): RegisterDuty {
  return { key, kind, due, harm: HARM[kind], ...more };
}
