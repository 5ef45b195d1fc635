import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { BenefitFact } from '../facts/benefit.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { notOpen, type CaseSeen, type NotOpen } from '../standing/case-open.ts';
import { outdatedPackages } from '../standing/pull-orders.ts';
import { isReceived, onItsWay } from './package-state.ts';

/** Where she will be when the package comes. An address in Japan is told by `case.name-delivery`, which this follows. */
export type TellPlace = {
  readonly case: CaseId;
  readonly place: Extract<BenefitFact, { type: 'benefit.place-told' }>['place'];
  readonly channel: Channel;
};

export type TellPlaceRefusal =
  | NotOpen
  | RefusalOf<'delivery-place-unknown'>
  | RefusalOf<'package-on-its-way', { case: CaseId }>;

/**
 * Abroad: her package waits until she says that she can receive post in Japan (CHI-8.8-8): one that is granted is held
 * now, one that will be is held when it is granted. The registered address takes the place of another told before.
 */
export function tellPlace(
  seen: CaseSeen,
  { case: id, place, channel }: TellPlace,
  { today }: Context,
): Decision | TellPlaceRefusal {
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { benefit, mail, standing } = seen.case;
  if (place === 'registered' && standing.movedOut) return { refused: 'delivery-place-unknown' };
  if (mail.pieces.some(({ kind, status }) => kind.startsWith('package') && status === 'posted')) {
    return { refused: 'package-on-its-way', case: id };
  }
  const told: NewFact = { type: 'benefit.place-told', case: id, place, channel };
  if (place === 'registered') {
    return {
      facts: [
        told,
        { type: 'case.contact-changed', case: id, what: 'delivery-address', source: channel, on: today },
      ],
      keep: [{ of: id, section: 'delivery-address', value: {} }],
      send: outdatedPackages(mail, id),
    };
  }
  const owed = benefit.entitlement?.to === 'granted' && !benefit.expired && !isReceived(mail);
  const holds = place === 'abroad' && owed && !benefit.heldFor && !onItsWay(mail);
  return { facts: holds ? [told, { type: 'benefit.held', case: id, reason: 'overseas' }] : [told] };
}
