import type { SealedEnvelope } from '../../domain/portal/bundle.ts';
import type { OpenMessage } from '../../domain/portal/message.ts';
import { openMessage } from '../../gate/inside/portal-message.ts';
import type { Call } from '../../gate/execute.ts';
import { STOP_BY_LETTER } from '../../programmes/words/portal-refused.ts';
import { openOpenEnvelope } from '../../security/envelope.ts';
import { named } from './calls-of-message.ts';
import {
  COURIER,
  readJson,
  readRefusal,
  rejectEnvelope,
  type EnvelopeDoor,
  type Taken,
} from './envelope-door.ts';

/** Takes what came without a proof. It can change no case, whoever sent it (design 2, Envelopes). */
export async function takeOpenEnvelope(
  door: EnvelopeDoor,
  key: Uint8Array,
  { id: envelope, form }: SealedEnvelope,
  bytes: Uint8Array,
): Promise<Taken> {
  const opened = await openOpenEnvelope(key, form, bytes);
  const read = opened.ok ? openMessage.safeParse(readJson(opened.value)) : undefined;
  if (!read?.success) return rejectEnvelope(door, envelope);
  const message: OpenMessage = read.data;
  const { kind } = message;
  const take = async (calls: readonly Call[], note: object) => {
    const input = { envelope, kind, ...note };
    return door.execute([{ row: 'envelope.take-open', input }, ...calls], {
      actor: 'resident',
      key: envelope,
    });
  };
  const done = await take(await callsOf(door, message, envelope), { result: 'accepted' });
  if (done.ok) return done.value.replayed ? { result: 'again' } : { result: 'accepted', kind };
  const vain = readRefusal(done.error);
  if (vain.result !== 'no') return vain;
  const { code } = vain;
  const noted = await take([], { result: 'refused', code });
  if (noted.ok) return noted.value.replayed ? { result: 'again' } : { result: 'refused', kind, code };
  const again = readRefusal(noted.error);
  return again.result === 'no' ? rejectEnvelope(door, envelope) : again;
}

/** A survey names nobody, and a stop by the letter alone is a person's to look at. */
async function callsOf(door: EnvelopeDoor, message: OpenMessage, envelope: string): Promise<readonly Call[]> {
  const inquiry = `inquiry_${named({ envelope })}`;
  const web = { inquiry, channel: 'web' };
  switch (message.kind) {
    case 'survey': {
      const { survey, token, answers } = message;
      return [{ row: 'survey.answer', input: { survey, token, answers } }];
    }
    case 'enquiry': {
      const { words, name, phone, email, language } = message;
      return [
        {
          row: 'inquiry.open',
          input: { ...web, category: 'other', words, caller: { name, phone, email, language } },
        },
      ];
    }
    case 'stop-by-letter': {
      const { locator, phone } = message;
      const asked = await door.ask('portal.key', { locator }, COURIER);
      const [capsule] = asked.ok ? (asked.value as readonly { readonly case: string }[]) : [];
      return [
        {
          row: 'inquiry.open',
          input: { ...web, category: 'stop', words: STOP_BY_LETTER, caller: { phone } },
        },
        ...(capsule ? [{ row: 'inquiry.identify-by-letter', input: { inquiry, case: capsule.case } }] : []),
      ];
    }
  }
}
