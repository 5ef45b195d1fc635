import { secretsOfCookie } from '../../security/session-cookie.ts';
import { endSession } from '../../store/outside/session.ts';
import { doorkeeper } from './doorkeeper.ts';
import { aloneAnswers, keepAlone, saveDraft } from './draft.ts';
import { readSession } from './her-session.ts';
import { USUAL_LIMITS } from './limits.ts';
import { hold, offers } from './offer-times.ts';
import type { OutsideGate } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';
import { proofs } from './prove.ts';
import { sendOpen, stopByLetter } from './send-open.ts';
import { send } from './send.ts';
import { isCalling } from './standing.ts';

/** The portal's gate on the outside's parts (see outside-parts.ts). */
export function openOutsideGate(parts: OutsideParts): OutsideGate {
  const door = doorkeeper(parts.keys.secret, parts.limits ?? USUAL_LIMITS);
  return {
    now: parts.now,
    state: async () => ((await isCalling(parts)) ? 'calling' : 'open'),
    ...proofs(parts, door),
    session: (cookie) => readSession(parts, cookie),
    save: (session, own) => saveDraft(parts, session, own),
    keepAlone: (session, answers) => keepAlone(parts, session, answers),
    alone: (session) => aloneAnswers(parts, session),
    offers: (session, returnsOn) => offers(parts, session, returnsOn),
    hold: (session, slot, returnsOn) => hold(parts, session, slot, returnsOn),
    send: (session, message, wish) => send(parts, session, message, wish),
    sendOpen: (message, from, once) => sendOpen(parts, door, message, { from, once }),
    stopByLetter: (cookie, phone, from, once) => stopByLetter(parts, door, { cookie, phone, from, once }),
    leave: async (cookie) => {
      const secrets = secretsOfCookie(parts.keys.secret, cookie);
      if (secrets) await endSession(parts.store.single, secrets.hash);
    },
  };
}
