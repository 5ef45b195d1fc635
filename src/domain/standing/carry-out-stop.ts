import type { CaseId } from '../basics/ids.ts';
import { cancelBooking, type STOPPED_FOR } from '../booking/cancel-booking.ts';
import { isRefusal } from '../basics/refusal.ts';
import { closeByStop } from '../call-back/close-by-stop.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CaseSeen } from './case-open.ts';
import { pullOrders } from './pull-orders.ts';
import { namedBy, verdictOf, type Named, type StopWord } from './what-stops-what.ts';

/** The parts of a decision that follow from a stop, joined by `joined`. */
export type Consequences = Required<Pick<Decision, 'facts' | 'release' | 'seats' | 'send'>>;

/**
 * What a stop does in the same transaction as the fact that sets it (AMB-38): the links are revoked if the stop closes
 * the link, paper under way is pulled, call-backs not made yet are closed. Everything that is only planned needs
 * nothing: it asks `mayGoOut` before it goes. `named` is how the way of mail and the package stand after the fact.
 */
export function carryOutStop(
  { case: state }: CaseSeen,
  stop: StopWord,
  id: CaseId,
  named: Named = namedBy(state.standing),
): Consequences {
  const closesLink = typeof verdictOf(stop, 'link', named) === 'string';
  const hasInvite = state.mail.invites.some(({ revoked }) => !revoked);
  return {
    facts: [
      ...(closesLink && hasInvite ? [{ type: 'invite.revoked', case: id, reason: stop } as const] : []),
      ...closeByStop(state.callBacks, stop, named, id),
    ],
    release: [],
    seats: [],
    send: pullOrders(state.mail, stop, named, id),
  };
}

/** Gives up the date she holds, if any: its seat is free for another woman at once. */
export function freeBooking(
  seen: CaseSeen,
  reason: (typeof STOPPED_FOR)[number],
  id: CaseId,
  context: Context,
): Consequences {
  const cancelled = cancelBooking(seen, { case: id, reason }, context);
  return joined(isRefusal(cancelled) ? { facts: [] } : cancelled);
}

export function joined(...parts: readonly Decision[]): Consequences {
  return {
    facts: parts.flatMap((part) => part.facts),
    release: parts.flatMap((part) => part.release ?? []),
    seats: parts.flatMap((part) => part.seats ?? []),
    send: parts.flatMap((part) => part.send ?? []),
  };
}
