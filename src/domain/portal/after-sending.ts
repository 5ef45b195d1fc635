import type { PortalMessage } from './message.ts';
import type { OwnPart, Seat, Sent } from './own-part.ts';

const KEPT_SENT = 20;

/**
 * Her own part after a message: `wished` is the draft as the page leaves it; what was sent, the number of the next
 * envelope, the seat and the quiet are not the page's to decide.
 */
export function afterSending(
  before: OwnPart,
  wished: OwnPart,
  said: { readonly message: PortalMessage; readonly sent: Sent; readonly took?: Seat | undefined },
): OwnPart {
  const { message, sent, took } = said;
  const { booked: _booked, hold: _hold, quiet: _quiet, ...draft } = wished;
  const quiet = quietAfter(before, message);
  const booked = bookedAfter(before, said);
  return {
    ...(quiet ? { ...draft, answers: {}, place: undefined, packagePlace: undefined } : draft),
    counter: before.counter + 1,
    sent: [...before.sent, sent].slice(-KEPT_SENT),
    ...(booked ? { booked } : {}),
    ...(before.hold && !took && !quiet ? { hold: before.hold } : {}),
    ...(quiet ? { quiet } : {}),
  };
}

/** Her draft as a page saves it, from whichever tab: the later step wins, what was sent never goes back. */
export function afterSaving(before: OwnPart, wished: OwnPart): OwnPart {
  const known = new Set(wished.sent.map(({ envelope }) => envelope));
  const stale = before.sent.some(({ envelope, kind }) => kind === 'apply' && !known.has(envelope));
  const { booked: _booked, hold: _hold, quiet: _quiet, ...draft } = stale ? before : wished;
  return {
    ...draft,
    counter: before.counter,
    sent: before.sent,
    ...(before.contact === 'sent' ? { contact: 'sent' } : {}),
    ...(before.booked ? { booked: before.booked } : {}),
    ...(before.hold ? { hold: before.hold } : {}),
    ...(before.quiet ? { quiet: before.quiet } : {}),
  };
}

/** The seat that is free from this moment on because she gave her date up. */
export function seatGivenUp(before: OwnPart, message: PortalMessage): Seat | undefined {
  return GIVES_UP.includes(message.kind) ? before.booked : undefined;
}

const GIVES_UP: readonly PortalMessage['kind'][] = ['cancel-booking', 'stop', 'loss'];

function quietAfter(before: OwnPart, { kind }: PortalMessage): OwnPart['quiet'] {
  if (kind === 'loss') return 'grief';
  return kind === 'stop' ? (before.quiet ?? 'ended') : before.quiet;
}

function bookedAfter(
  before: OwnPart,
  {
    message,
    sent,
    took,
  }: { readonly message: PortalMessage; readonly sent: Sent; readonly took?: Seat | undefined },
): OwnPart['booked'] {
  if (seatGivenUp(before, message)) return undefined;
  if (!took || !('booking' in message) || !message.booking) return before.booked;
  const { slot, seat, ref, date, start } = took;
  return { slot, seat, ref, date, start, envelope: sent.envelope, mode: message.booking.place.mode };
}
