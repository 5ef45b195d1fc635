import { z } from 'zod';
import { rejectEnvelope, takeEnvelope, takeOpenEnvelope } from '../../domain/portal/take-envelope.ts';
import { bookStream, caseStream } from '../../domain/streams.ts';
import { machine } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { MESSAGE_KINDS, OPEN_KINDS } from './portal-message.ts';

/** SHA-256 of the sealed bytes. */
const envelope = z.string().regex(/^[0-9a-f]{64}$/);
const result = z.enum(['accepted', 'refused']);
const code = inputs.code.exactOptional();
const book = () => ({ book: bookStream('envelope') });

/** What the courier brings in from the portal. What a woman's message asks for is given beside these, in the same list. */
export const envelopeCommands: readonly Command[] = [
  command({
    name: 'envelope.take',
    says: 'Write down that an envelope of a woman was taken, and what became of it; each counts once',
    schema: z.strictObject({
      case: inputs.id('case'),
      piece: inputs.id('piece'),
      copy: z.int().positive(),
      envelope,
      kind: z.enum(MESSAGE_KINDS),
      result,
      code,
      words: z.string().max(40_000).optional(),
      seatBack: z
        .strictObject({ slot: inputs.id('slot'), seat: z.int().min(1), ref: inputs.code })
        .optional(),
    }),
    who: { allowed: [{ resident: true }] },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: takeEnvelope,
    remembers: 'portal',
  }),
  command({
    name: 'envelope.take-open',
    says: 'Write down that a message without a proof was taken; it belongs to no case',
    schema: z.strictObject({ envelope, kind: z.enum(OPEN_KINDS), result, code }),
    who: { allowed: [{ resident: true }] },
    streams: book,
    decide: takeOpenEnvelope,
    remembers: 'portal',
  }),
  command({
    name: 'envelope.reject',
    says: 'Count an envelope that does not open: forged, replayed, or for a key that is not ours',
    schema: z.strictObject({ envelope }),
    who: { allowed: machine('system:courier') },
    streams: book,
    decide: rejectEnvelope,
    remembers: 'portal',
  }),
];
