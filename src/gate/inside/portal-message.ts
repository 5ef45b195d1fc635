import { z } from 'zod';
import { CANCEL_REASONS, type OpenMessage, type PortalMessage } from '../../domain/portal/message.ts';
import { PORTAL_LANGUAGES } from '../../domain/portal/language.ts';
import { inputs } from '../inputs.ts';

const line = z.string().max(400);
const email = z.string().max(254).optional();
const phone = z.string().max(40).optional();
const language = z.enum(PORTAL_LANGUAGES);
const answers = z
  .record(inputs.code, z.union([z.int(), z.string().max(4000), z.array(inputs.code).max(40)]))
  .refine((given) => Object.keys(given).length <= 200);

const place = z.strictObject({
  mode: z.enum(['visit', 'online', 'phone']),
  reason: z.enum(['satogaeri', 'hospital', 'unavoidable']).optional(),
  where: z.string().max(200).optional(),
  returnsOn: inputs.date.optional(),
  cannotBeVisited: z.boolean().optional(),
});

const booking = z.strictObject({
  slot: inputs.id('slot'),
  seat: z.int().min(1).max(10_000),
  ref: inputs.id('booking'),
  place,
  considerations: inputs.words.optional(),
});

const packagePlace = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal('registered') }),
  z.strictObject({
    at: z.literal('japan'),
    postcode: z.string().max(16),
    address: line.min(1),
    building: line.optional(),
  }),
  z.strictObject({ at: z.literal('abroad') }),
]);

/**
 * What may come from her session, read anew from the opened bytes: whoever holds the outside can put anything into an
 * envelope that her session sealed, so nothing is believed to have a shape before it has been read here.
 */
export const portalMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('contact'), phone, email, language }),
  z.strictObject({
    kind: z.literal('apply'),
    form: inputs.code,
    consent: inputs.code,
    answers,
    packagePlace,
    booking: booking.optional(),
    language,
  }),
  z.strictObject({ kind: z.literal('book'), booking, language }),
  z.strictObject({ kind: z.literal('move-booking'), booking }),
  z.strictObject({
    kind: z.literal('cancel-booking'),
    reason: z.enum(CANCEL_REASONS),
    callBack: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('pause'), until: inputs.date }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('withdraw'), package: z.enum(['send', 'keep', 'decline']).optional() }),
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({
    kind: z.literal('loss'),
    what: z.enum(['loss', 'child-death']),
    on: inputs.date.optional(),
  }),
  z.strictObject({ kind: z.literal('birth'), on: inputs.date }),
  z.strictObject({
    kind: z.literal('moved'),
    move: z.enum(['out', 'within']),
    on: inputs.date,
    postcode: z.string().max(16).optional(),
    address: line.optional(),
    building: line.optional(),
  }),
  z.strictObject({ kind: z.literal('delivery-address'), packagePlace }),
  z.strictObject({ kind: z.literal('japan-again'), on: inputs.date }),
  z.strictObject({ kind: z.literal('not-received'), packagePlace }),
  z.strictObject({ kind: z.literal('question'), words: inputs.words.min(1) }),
]) satisfies z.ZodType<PortalMessage>;

/** The same for what comes without a proof. */
export const openMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('enquiry'),
    words: inputs.words.min(1),
    name: line.optional(),
    phone,
    email,
    language,
  }),
  z.strictObject({
    kind: z.literal('stop-by-letter'),
    locator: z.string().regex(/^[0-9a-f]{64}$/),
    phone,
  }),
  z.strictObject({
    kind: z.literal('survey'),
    survey: inputs.code,
    token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
    answers: z.record(inputs.code, z.union([z.int(), inputs.code, z.array(inputs.code).max(40)])),
  }),
]) satisfies z.ZodType<OpenMessage>;

export const MESSAGE_KINDS = portalMessage.options.map((one) => one.shape.kind.value);
export const OPEN_KINDS = openMessage.options.map((one) => one.shape.kind.value);
