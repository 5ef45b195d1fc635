import { z } from 'zod';
import { placeItem } from '../../domain/hand-over/place-item.ts';
import { recordHandOver } from '../../domain/hand-over/record-hand-over.ts';
import { recordReturn } from '../../domain/hand-over/record-return.ts';
import { handoverStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

/** Who keeps the register (requirements.md section 13). */
export const REGISTRARS = roles('responsible-manager', 'work-supervisor', 'mailing-clerk');

const count = z.int().min(1);
const name = inputs.words.min(1);

/** `handover.record`: data, media or papers passed between hands (B-06, PII-9, PII-11-1). */
const recordHandOverCommand = command({
  name: 'handover.record',
  says: 'Enter a receipt, delivery, take-out or return in the register of hand-overs',
  schema: z.strictObject({
    matter: inputs.id('matter'),
    movement: z.enum(['receipt', 'delivery', 'take-out', 'return']),
    at: inputs.instant,
    what: inputs.code,
    carrier: z.enum(['paper', 'medium', 'line']),
    medium: inputs.code,
    mediumNo: inputs.code.optional(),
    quantity: count,
    method: inputs.code,
    ref: inputs.code,
    consent: inputs.code.optional(),
    caseNo: inputs.code.optional(),
    locked: z.boolean().optional(),
    encrypted: z.boolean().optional(),
    place: inputs.code.optional(),
    backBy: inputs.date.optional(),
    passwordOf: inputs.id('matter').optional(),
    from: name,
    to: name,
    reason: inputs.words.optional(),
    remarks: inputs.words.optional(),
    plan: z
      .strictObject({
        persons: inputs.words.optional(),
        route: inputs.words.optional(),
        means: inputs.words.optional(),
        contact: inputs.words.optional(),
      })
      .optional(),
  }),
  who: { allowed: REGISTRARS },
  streams: ({ matter, passwordOf }) => ({
    handover: handoverStream(matter),
    opens: handoverStream(passwordOf ?? matter),
  }),
  decide: recordHandOver,
  remembers: 'register',
});

/** `handover.return`: what was taken out is back, what was received went back (PII-9-2). */
export const recordReturnCommand = command({
  name: 'handover.return',
  says: 'Enter that something taken out is back, or something received was given back',
  schema: z.strictObject({
    matter: inputs.id('matter'),
    at: inputs.instant,
    quantity: count,
    method: inputs.code,
    ref: inputs.code,
    from: name,
    to: name,
  }),
  who: { allowed: REGISTRARS },
  streams: ({ matter }) => ({ handover: handoverStream(matter) }),
  decide: recordReturn,
  remembers: 'register',
});

/** `handover.place`: in which locked cabinet or room a received thing lies (PII-9-1). */
const placeItemCommand = command({
  name: 'handover.place',
  says: 'Say in which locked place a received medium or paper is kept',
  schema: z.strictObject({ matter: inputs.id('matter'), place: inputs.code }),
  who: { allowed: REGISTRARS },
  streams: ({ matter }) => ({ handover: handoverStream(matter) }),
  decide: placeItem,
  remembers: 'register',
});

/** Commands of the register of hand-overs. */
export const handOverCommands: readonly Command[] = [
  recordHandOverCommand,
  recordReturnCommand,
  placeItemCommand,
];
