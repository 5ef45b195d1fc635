import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision, Order } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import { hasSubject } from '../rules-of.ts';
import { splitAddress } from '../text/address.ts';
import { townTable, type City } from '../text/town-table.ts';
import { carryOutStop, freeBooking, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { outdatedOrders, outdatedPackages } from './pull-orders.ts';

export type Move = {
  readonly case: CaseId;
  /** 転出, 区内転居, and 再転入 or 転出取消. */
  readonly kind: 'out' | 'within' | 'back';
  readonly on: CivilDate;
  readonly source: Channel;
  /** The new registered address; a move within the ward has one. */
  readonly address?: NewAddress | undefined;
};

export type NewAddress = {
  readonly postcode: string;
  readonly address: string;
  readonly building?: string | undefined;
};

export type MoveRefusal =
  | NotOpen
  | RefusalOf<'new-address-missing'>
  | RefusalOf<'place-outside-ward'>
  | RefusalOf<'changed-by-ward-only', { what: 'correction' }>;

const FROM_WARD: readonly Channel[] = ['ward', 'list'];

/**
 * Moves (CHI-4.2-1, 8.14-6). Out of the ward: from its date no invitations and no visits, a date on or after it is given
 * up, an earned package follows her (AMB-47). Within: the new place lies in the ward and is her registered address,
 * printed letters are pulled and made anew, and the place of a booked visit is confirmed with her. The ward hears of it
 * unless it told us. Under protection only the ward tells a new address (AMB-56).
 */
export function move(seen: CaseSeen, command: Move, context: Context): Decision | MoveRefusal {
  const { case: id, source, address } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  if (address && seen.case.standing.protected && !FROM_WARD.includes(source)) {
    return { refused: 'changed-by-ward-only', what: 'correction' };
  }
  switch (command.kind) {
    case 'out':
      return moveOut(seen, command, context);
    case 'within':
      return moveWithin(seen, command, context);
    case 'back': {
      if (!seen.case.standing.movedOut) return KNOWN_ALREADY;
      const fact = {
        type: 'case.moved',
        case: id,
        on: command.on,
        within: false,
        back: true,
        source,
      } as const;
      return { facts: [fact], keep: kept(id, address), send: toldBy(source, id) };
    }
  }
}

function moveOut(seen: CaseSeen, command: Move, context: Context): Decision {
  const { case: id, on, source, address } = command;
  const { standing, bookings, mail } = seen.case;
  const known = address ? { newAddress: true } : {};
  if (standing.movedOut?.on === on && !address) return KNOWN_ALREADY;
  const mayStillVisit = standing.designation?.scope.includes('visit') ?? false;
  const losesDate = bookings.active !== undefined && bookings.active.date >= on && !mayStillVisit;
  return {
    ...joined(
      { facts: [{ type: 'case.moved', case: id, on, within: false, source, ...known }] },
      { facts: [], send: toldBy(source, id) },
      { facts: [], send: outdatedPackages(mail, id) },
      losesDate ? freeBooking(seen, 'moved-out', id, context) : { facts: [] },
      on <= context.today ? carryOutStop(seen, 'moved-out', id) : { facts: [] },
    ),
    // The place she moved to is no registered address in the ward: it only serves an earned package.
    keep: address ? [{ of: id, section: 'delivery-address', value: valuesOf(address) }] : [],
  };
}

function moveWithin(seen: CaseSeen, command: Move, { rules }: Context): Decision | MoveRefusal {
  const { case: id, on, source, address } = command;
  if (!address) return { refused: 'new-address-missing' };
  // A programme that knows no ward's towns takes the place as it was told.
  if (hasSubject(rules, 'eligibility') && !liesIn(rules.eligibility.ward, address))
    return { refused: 'place-outside-ward' };
  const { bookings, mail } = seen.case;
  const confirm: readonly Order[] = bookings.active
    ? [{ queue: 'call', ref: bookings.active.booking, case: id }]
    : [];
  return {
    facts: [{ type: 'case.moved', case: id, on, within: true, source }],
    keep: kept(id, address),
    send: [...outdatedOrders(mail, id), ...confirm, ...toldBy(source, id)],
  };
}

/** Read with the ward's own towns: an address without a municipality is one of its own only if the town is. */
function liesIn(ward: City, { address, postcode }: NewAddress): boolean {
  const parts = splitAddress(address, townTable([ward], ward.code), { postcode });
  return parts.ok && parts.value.city === ward.name && parts.value.pref === ward.pref;
}

function kept(id: CaseId, address: NewAddress | undefined): Decision['keep'] & object {
  return address ? [{ of: id, section: 'address', value: valuesOf(address) }] : [];
}

function valuesOf({ postcode, address, building }: NewAddress): Readonly<Record<string, string>> {
  return { postcode, address, ...(building ? { building } : {}) };
}

function toldBy(source: Channel, id: CaseId): readonly Order[] {
  return FROM_WARD.includes(source) ? [] : [{ queue: 'ward-notice', ref: id, case: id }];
}
