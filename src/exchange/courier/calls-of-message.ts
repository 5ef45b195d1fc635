import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { BookingChoice, PackagePlace, PortalMessage } from '../../domain/portal/message.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Call } from '../../gate/execute.ts';

/** Whose message it is, by which letter, and when she sent it. */
export type Sender = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly copy: number;
  /** SHA-256 of the envelope: the names of what it makes are taken from it, so that it makes them once. */
  readonly envelope: string;
  readonly saidAt: Instant;
  readonly saidOn: CivilDate;
};

/**
 * One thing that a message asks of the gate. `may-fail`: the rest stands without it. A booking that fails is told to her;
 * a call-back or a place of the package that fails is left out.
 */
export type Wanted = Call & { readonly mayFail?: 'booking' | 'rest' };

/** What a message of hers asks of the gate, in the order in which it is to be done. All of it is hers to say. */
export function callsOfMessage(
  message: PortalMessage,
  sender: Sender,
  rules: Pick<Rules, 'forms'>,
): readonly Wanted[] {
  const { case: id, saidOn } = sender;
  const of = { case: id };
  const web = { ...of, channel: 'web' } as const;
  switch (message.kind) {
    case 'contact': {
      const { kind: _contact, ...contact } = message;
      return [
        {
          row: 'resident.register',
          input: { ...web, ...contact, piece: sender.piece, copy: sender.copy, confirmed: true },
        },
      ];
    }
    case 'apply': {
      const { question, given } = rules.forms.asks.consent;
      const { form, consent, language } = message;
      return [
        {
          row: 'application.receive',
          input: {
            ...web,
            application: `application_${named(sender)}`,
            form,
            consent,
            language,
            // To agree is a page of its own in front of the questions; the form carries it as an answer.
            answers: { [question]: given, ...message.answers },
          },
        },
        ...placed(message.packagePlace, sender).map((call) => ({ ...call, mayFail: 'rest' as const })),
        ...(message.booking ? [{ ...booked(message.booking, sender), mayFail: 'booking' as const }] : []),
      ];
    }
    case 'book':
      return [booked(message.booking, sender)];
    case 'move-booking': {
      const { booking } = message;
      return [{ row: 'booking.move', input: wishOf(booking, sender) }];
    }
    case 'cancel-booking':
      return [
        // Nothing to give up any more: so be it.
        { row: 'booking.cancel', input: { ...of, reason: message.reason }, mayFail: 'rest' },
        ...(message.callBack ? [callBack('cancel-booking', sender)] : []),
      ];
    case 'pause':
      return [
        { row: 'case.pause', input: { ...web, reason: 'her-wish', until: message.until, by: 'herself' } },
      ];
    case 'resume':
      return [{ row: 'case.resume-by-link', input: of }];
    case 'withdraw':
      return [
        { row: 'case.withdraw', input: { ...web, package: message.package } },
        callBack('withdraw', sender),
      ];
    case 'stop':
      return [{ row: 'case.withdraw', input: web }, callBack('stop', sender)];
    case 'loss': {
      // Said or not, and whatever the day: nobody is asked anything (CHI-8.14-5).
      const on = message.on && message.on <= saidOn ? message.on : saidOn;
      return [{ row: 'case.report-loss', input: { ...of, what: message.what, on, source: 'web' } }];
    }
    case 'birth':
      return [{ row: 'case.report-birth', input: { ...of, on: message.on, source: 'web' } }];
    case 'moved': {
      const { move, on, postcode = '', address, building } = message;
      return [
        {
          row: 'case.move',
          input: {
            ...of,
            kind: move,
            on,
            source: 'web',
            ...(address ? { address: { postcode, address, ...(building ? { building } : {}) } } : {}),
          },
        },
      ];
    }
    case 'delivery-address':
      return placed(message.packagePlace, sender);
    case 'japan-again':
      return [{ row: 'benefit.release', input: { ...web, on: message.on, by: 'herself' } }];
    case 'not-received':
      return [
        {
          row: 'redispatch.request',
          input: { ...web, on: saidOn, by: 'herself', addressConfirmed: true },
        },
        ...placed(message.packagePlace, sender),
      ];
    case 'question':
      return enquiry({ category: 'other', words: message.words }, sender);
  }
}

/** A call in the reception book that is known to be hers: code and birthday count as two points. */
export function enquiry(
  { category, words }: { readonly category: string; readonly words: string },
  sender: Sender,
): readonly Wanted[] {
  const inquiry = `inquiry_${named(sender)}`;
  return [
    { row: 'inquiry.open', input: { inquiry, channel: 'web', category, words } },
    { row: 'inquiry.identify-by-code', input: { inquiry, case: sender.case } },
  ];
}

/** 32 signs of the envelope's digest: the same envelope makes the same names, on whichever try. */
export function named({ envelope }: Pick<Sender, 'envelope'>): string {
  return envelope.slice(0, 32);
}

function booked(booking: BookingChoice, sender: Sender): Wanted {
  const { considerations, ref, place } = booking;
  return {
    row: 'booking.make',
    input: { ...wishOf(booking, sender), held: ref, considerations, where: place.where },
  };
}

function wishOf({ slot, seat, ref, place }: BookingChoice, { case: id, saidAt }: Sender): object {
  const { where: _words, ...wish } = place;
  return { case: id, slot, ...wish, outside: { seat, ref }, askedAt: saidAt };
}

function placed(place: PackagePlace, { case: id }: Sender): readonly Wanted[] {
  const told = { case: id, place: place.at, channel: 'web' };
  if (place.at !== 'japan') return [{ row: 'benefit.tell-place', input: told }];
  const { postcode, address, building } = place;
  return [
    {
      row: 'case.name-delivery',
      input: {
        case: id,
        source: 'web',
        address: { postcode, address, ...(building ? { building } : {}) },
      },
    },
    { row: 'benefit.tell-place', input: told },
  ];
}

function callBack(about: string, { case: id }: Sender): Wanted {
  return { row: 'call-back.request', input: { case: id, about, channel: 'web' }, mayFail: 'rest' };
}
