import type { SlotId } from '../../src/domain/basics/ids.ts';
import type { PortalMessage } from '../../src/domain/portal/message.ts';
import type { HeldSeat, OwnPart, Sent } from '../../src/domain/portal/own-part.ts';
import type { OpenSession, SendOutcome } from '../../src/gate/outside/outside-gate.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { GOOD_ANSWERS } from './questionnaire.ts';
import type { OutsidePlace } from './outside-place.ts';

const { forms } = chiyodaVisit.rules;

/** What a page says of her draft after a sending: what was sent is taken out. */
export function emptied(session: OpenSession): (sent: Sent) => OwnPart {
  return () => ({ ...session.own, answers: {}, pages: 0 });
}

export function choiceOf({ slot, seat, ref }: HeldSeat): Extract<PortalMessage, { kind: 'book' }>['booking'] {
  return { slot, seat, ref: ref as `booking_${string}`, place: { mode: 'visit' } };
}

/** Complete answers, consent and a date. */
export function application(held?: HeldSeat): Extract<PortalMessage, { kind: 'apply' }> {
  return {
    kind: 'apply',
    form: forms.questionnaire,
    consent: forms.consent.versions.at(-1) ?? '',
    answers: GOOD_ANSWERS,
    packagePlace: { at: 'registered' },
    language: 'ja',
    ...(held ? { booking: choiceOf(held) } : {}),
  };
}

/** She keeps a seat of the time and books it. */
export async function holdAndBook(
  { gate }: Pick<OutsidePlace, 'gate'>,
  session: OpenSession,
  slot: SlotId,
  once = `once-${slot}`,
): Promise<SendOutcome> {
  const held = await gate.hold(session, slot);
  if (held === 'taken') return { result: 'taken' };
  const message: PortalMessage = { kind: 'book', booking: choiceOf(held), language: 'ja' };
  return gate.send(session, message, { once, own: emptied(session), take: held });
}
