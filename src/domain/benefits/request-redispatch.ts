import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import { isReceived, onItsWay, packagesOf } from './package-state.ts';

/** She says that the package did not reach her and asks to have it sent again (CHI-8.4-8). */
export type RequestRedispatch = {
  readonly case: CaseId;
  readonly on: CivilDate;
  readonly channel: Channel;
  readonly by: 'herself' | 'other';
  /** Address and way were gone through with her. */
  readonly addressConfirmed: boolean;
};

export type RequestRedispatchRefusal =
  | RefusalOf<'nothing-to-send-again', { case: CaseId }>
  | RefusalOf<'package-on-its-way', { case: CaseId }>
  | RefusalOf<'package-received', { case: CaseId }>
  | RefusalOf<'only-herself'>
  | RefusalOf<'address-not-confirmed'>
  | RefusalOf<'manager-confirms', { nth: number }>
  | RefusalOf<'day-in-future', { on: CivilDate }>;

/**
 * Accepted when she asks herself within one year of the interview, however often a package came back (CHI-8.4-8 is not
 * blocked by the cap of CHI-8.4-7). Too late is a fact too: she is told, and the count shows it. From the second
 * request on the responsible manager confirms as second person (AMB-16).
 */
export function requestRedispatch(
  state: { readonly case: CaseState },
  command: RequestRedispatch,
  { today, second, rules }: Context,
): Decision | RequestRedispatchRefusal {
  const { benefit, mail } = state.case;
  const { case: id, on, channel, by } = command;
  if (on > today) return { refused: 'day-in-future', on };
  if (isReceived(mail)) return { refused: 'package-received', case: id };
  if (onItsWay(mail)) return { refused: 'package-on-its-way', case: id };
  const came = packagesOf(mail).some(({ status }) => status === 'returned' || status === 'lost');
  if (benefit.entitlement?.to !== 'granted' || !benefit.interviewOn || !came) {
    return { refused: 'nothing-to-send-again', case: id };
  }
  if (by !== 'herself') return { refused: 'only-herself' };
  const nth = benefit.requests.filter((request) => request.accepted).length + 1;
  const accepted = on <= oneYearLimit(benefit.interviewOn, rules.benefits.oneYear);
  if (accepted && !command.addressConfirmed) return { refused: 'address-not-confirmed' };
  if (accepted && nth >= rules.benefits.managerFromRequest && !second)
    return { refused: 'manager-confirms', nth };
  return { facts: [{ type: 'redispatch.requested', case: id, on, channel, by, nth, accepted }] };
}
