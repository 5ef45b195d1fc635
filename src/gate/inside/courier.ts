import { z } from 'zod';
import { askSeatsBack } from '../../domain/courier/ask-seats-back.ts';
import { beginChapter } from '../../domain/courier/begin-chapter.ts';
import { recordInward, recordOutward } from '../../domain/courier/record-bundle.ts';
import { daysToReclaim } from '../../domain/courier/seat-days.ts';
import { bundleStream, courierStream, placeStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { lastBundle } from '../../store/questions/courier.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const COURIER = { allowed: machine('system:courier') };
const DIGEST = z.string().regex(/^[0-9a-f]{64}$/);
const KEY = z.string().regex(/^[0-9a-f]{16}$/);
const BORN = z.string().regex(/^[\x21-\x7e]{1,64}$/);
/** Read under the locks of the command; nobody may say it. */
const GATHERED = z.custom<number>(() => false).optional();
const NUMBER = z.int().min(0).max(9_999_999);
const seat = { slot: inputs.id('slot'), seat: z.int().min(1).max(999) };
const when = { date: inputs.date, start: inputs.time };
const WORD = z.union([
  z.strictObject({ word: z.literal('give'), ...seat, ...when }),
  z.strictObject({ word: z.enum(['free', 'take']), ...seat, ref: inputs.code, ...when }),
  z.strictObject({ word: z.literal('drop'), ...seat }),
]);
const bundle = { chapter: z.int().min(1), n: NUMBER, digest: DIGEST };

/** `courier.record-outward`: a bundle lies on the disk and may be sent; seats that it gives are the outside's from now on. */
const recordOutwardCommand = command({
  name: 'courier.record-outward',
  says: 'Write down that a bundle for the outside was made, and give away the seats it gives',
  schema: z.strictObject({
    ...bundle,
    capsules: NUMBER,
    revoked: NUMBER,
    words: z.array(WORD).max(4000),
    closed: z.array(inputs.date).max(400),
    taken: NUMBER,
    secured: NUMBER,
    snapshot: z.enum(['first', 'more', 'last']).optional(),
    upTo: z.int().min(0).optional(),
    day: inputs.date.optional(),
    last: GATHERED,
  }),
  who: COURIER,
  streams: ({ chapter, n }) => ({ courier: courierStream(), bundle: bundleStream('out', chapter, n) }),
  gathers: async ({ reader }, input) => ({ ...input, last: await lastBundle(reader, input.chapter, 'out') }),
  decide: recordOutward,
  remembers: 'operation',
});

/** `courier.record-inward`: all envelopes of a bundle are taken; the outside is told so with the next bundle. */
const recordInwardCommand = command({
  name: 'courier.record-inward',
  says: 'Write down that every envelope of a bundle from the outside was taken',
  schema: z.strictObject({
    ...bundle,
    envelopes: NUMBER,
    dropped: z.array(z.strictObject(seat)).max(4000).optional(),
    last: GATHERED,
  }),
  who: COURIER,
  streams: ({ chapter, n }) => ({ courier: courierStream(), bundle: bundleStream('in', chapter, n) }),
  gathers: async ({ reader }, input) => ({ ...input, last: await lastBundle(reader, input.chapter, 'in') }),
  decide: recordInward,
  remembers: 'operation',
});

/** `courier.adopt-seats`: begins a chapter with what an outside says of itself; after a restore its word on seats holds. */
const adoptSeatsCommand = command({
  name: 'courier.adopt-seats',
  says: 'Begin anew with the numbers and seats an outside says it has, after a restore or with a new outside',
  schema: z.strictObject({
    born: BORN,
    reason: z.enum(['met', 'inside-restored', 'outside-restored']),
    outwardTaken: NUMBER,
    inwardMade: NUMBER,
    whole: z.boolean(),
    seats: z.array(z.strictObject({ ...seat, ...when })).max(200_000),
    last: GATHERED,
  }),
  who: COURIER,
  streams: () => ({ courier: courierStream(), place: placeStream() }),
  gathers: async ({ reader }, input, { courier }) => ({
    ...input,
    last: courier.chapter ? await lastBundle(reader, courier.chapter.chapter, 'in') : undefined,
  }),
  decide: beginChapter,
  remembers: 'operation',
});

/** `courier.tell-anew`: a snapshot begins; every seat of the outside is told again. */
const tellAnewCommand = command({
  name: 'courier.tell-anew',
  says: 'Tell the outside of all its seats anew, as a snapshot begins',
  schema: z.strictObject({}),
  who: COURIER,
  streams: () => ({ courier: courierStream() }),
  decide: () => ({ facts: [], seats: [{ act: 'tell-all' }] }),
  remembers: 'operation',
});

/** `courier.ask-again`: seats that were asked back did not come, somebody kept them for a moment. */
const askAgainCommand = command({
  name: 'courier.ask-again',
  says: 'Ask again for seats that the portal did not give back when it was asked',
  schema: z.strictObject({}),
  who: COURIER,
  streams: () => ({ courier: courierStream() }),
  decide: () => ({ facts: [], seats: [{ act: 'ask-again' }] }),
  remembers: 'operation',
});

/** `courier.reclaim-seats`: all that the outside gave by then was heard; what it can no longer give is the telephone's. */
const reclaimSeatsCommand = command({
  name: 'courier.reclaim-seats',
  says: 'Take back free seats of days that the portal can no longer give, once all of its bookings were heard',
  schema: z.strictObject({ heardAt: inputs.instant }),
  who: COURIER,
  streams: () => ({ courier: courierStream() }),
  decide: (_state, { heardAt }, { now, rules }) => {
    const days = daysToReclaim(heardAt < now ? heardAt : now, rules);
    return { facts: [], ...(days ? { seats: [{ act: 'reclaim', ...days }] } : {}) };
  },
  remembers: 'operation',
});

/** `courier.record-key`: a new recipient key lies in the key folder. */
const recordKeyCommand = command({
  name: 'courier.record-key',
  says: 'Write down that a new key for messages from the portal was made',
  schema: z.strictObject({ key: KEY, from: inputs.instant, until: inputs.instant }),
  who: COURIER,
  streams: () => ({ courier: courierStream() }),
  decide: ({ courier }, input) => ({
    facts: courier.keys.some(({ key }) => key === input.key) ? [] : [{ type: 'courier.key-made', ...input }],
  }),
  remembers: 'operation',
});

/** `courier.record-key-destroyed`: the private half of a recipient key is gone from both places. */
const recordKeyDestroyedCommand = command({
  name: 'courier.record-key-destroyed',
  says: 'Write down that the private half of a key for messages was destroyed in both places',
  schema: z.strictObject({ key: KEY }),
  who: COURIER,
  streams: () => ({ courier: courierStream() }),
  decide: ({ courier }, { key }, { today }) => ({
    facts: courier.keys.some((one) => one.key === key && one.destroyed === undefined)
      ? [{ type: 'courier.key-destroyed', key, on: today }]
      : [],
  }),
  remembers: 'operation',
});

/** `booking.ask-back`: free seats of the portal for the telephone; they come when the outside has closed them. */
export const askSeatsBackCommand = command({
  name: 'booking.ask-back',
  says: 'Ask the portal for free seats of a time, for bookings by telephone',
  schema: z.strictObject({ slot: inputs.id('slot'), seats: z.int().min(1).max(99) }),
  who: { allowed: roles('operator', 'responsible-manager') },
  streams: () => ({ courier: courierStream() }),
  decide: askSeatsBack,
  remembers: 'booking',
});

export const courierCommands: readonly Command[] = [
  recordOutwardCommand,
  recordInwardCommand,
  adoptSeatsCommand,
  tellAnewCommand,
  reclaimSeatsCommand,
  askAgainCommand,
  recordKeyCommand,
  recordKeyDestroyedCommand,
  askSeatsBackCommand,
];
