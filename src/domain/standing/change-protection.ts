import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { carryOutStop, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';

export type ChangeProtection = {
  readonly case: CaseId;
  readonly to: boolean;
  /** Of the ward's word. */
  readonly ref: string;
};

export type TwoPeopleNeeded = RefusalOf<'two-people-needed'>;
export type ChangeProtectionRefusal = NotOpen | TwoPeopleNeeded;

/**
 * 支援措置 (AMB-56). It begins at once: paper under way is pulled, links are revoked, and the registered address is no
 * way of mail any more. It ends only by the ward's recorded word and two people; the way of mail is then named anew.
 * A date she holds stays for the ward to decide on: giving it up could cost her the visit she needs.
 */
export function changeProtection(
  seen: CaseSeen,
  command: ChangeProtection,
  context: Context,
): Decision | ChangeProtectionRefusal {
  const { case: id, to, ref } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing, bookings } = seen.case;
  if (to === (standing.protected !== undefined)) return KNOWN_ALREADY;
  const facts = [{ type: 'case.protection-changed', case: id, to, ref }] as const;
  if (!to) return context.second ? { facts } : { refused: 'two-people-needed' };
  const mailWay = standing.mailWay === 'registered' ? 'undecided' : standing.mailWay;
  const asks = bookings.active ? [bookings.active.booking] : [];
  return joined(
    { facts, send: asks.map((ref) => ({ queue: 'ward-notice', ref, case: id })) },
    carryOutStop(seen, 'protection', id, { mailWay }),
  );
}
