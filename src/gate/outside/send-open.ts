import type { OpenMessage } from '../../domain/portal/message.ts';
import { epochOf } from '../../domain/basics/instant.ts';
import { receiptNo } from '../../domain/portal/receipt-no.ts';
import { sha256, sha256Hex } from '../../security/digest.ts';
import { sealOpenEnvelope } from '../../security/envelope.ts';
import { secretsOfCookie } from '../../security/session-cookie.ts';
import { addEnvelopeOnce, type EnvelopeRow } from '../../store/outside/envelope.ts';
import { findSession } from '../../store/outside/session.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import type { OpenOutcome } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';

/** Bytes of an open message; the form's own limits are below it. */
const MOST_BYTES = 32_000;

const OPEN_FORM = 'open/1';

/**
 * Seals what needs no proof to the inside. Throws when the message is longer than any form of ours lets it be: pages look
 * at lengths before.
 */
export async function sendOpen(
  parts: OutsideParts,
  door: Doorkeeper,
  message: OpenMessage,
  { from, once }: { readonly from: string; readonly once: string | undefined },
): Promise<OpenOutcome> {
  const wait = door.pass('open', from, parts.now());
  if (wait) return wait;
  const text = Buffer.from(JSON.stringify(message));
  const { recipient } = await parts.store.standing(parts.now());
  if (!recipient) return { result: 'calling' };
  if (text.length > MOST_BYTES) throw new Error('The message cannot be sealed');
  const { id, bytes } = sealOpenEnvelope(recipient.key, OPEN_FORM, text);
  const envelope: EnvelopeRow = {
    id: Buffer.from(id, 'hex'),
    counter: 0,
    form: OPEN_FORM,
    key: sha256Hex(recipient.key).slice(0, 16),
    at: parts.now(),
    sealed: bytes,
  };
  const press = sha256('once|open|', `${once ?? id}|${text.toString()}`);
  const first = await addEnvelopeOnce(parts.store, envelope, press, epochOf(parts.now()));
  return { result: 'sent', no: receiptNo(first.toString('hex')) };
}

/** The wish to stop of who has the letter only; the locator comes from the session and no page sees it. */
export async function stopByLetter(
  parts: OutsideParts,
  door: Doorkeeper,
  said: {
    readonly cookie: string;
    readonly phone: string | undefined;
    readonly from: string;
    readonly once: string | undefined;
  },
): Promise<OpenOutcome | undefined> {
  const secrets = secretsOfCookie(parts.keys.secret, said.cookie);
  const row = secrets && (await findSession(parts.store.single, secrets.hash, epochOf(parts.now())));
  if (!row) return undefined;
  const locator = row.locator.toString('hex');
  return sendOpen(parts, door, { kind: 'stop-by-letter', locator, phone: said.phone }, said);
}
