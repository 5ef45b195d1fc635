import { z } from 'zod';
import { daysToGive, daysToReclaim } from '../../domain/courier/seat-days.ts';
import { machine, roles } from '../../security/access.ts';
import { bundleDigest, caseOfMessage, findCourier } from '../../store/questions/courier.ts';
import { areUnanswered, hasFreeOutside, seatWords } from '../../store/questions/seat-words.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const COURIER = machine('system:courier');

/** `courier.book`: with which outside the courier speaks and how far both directions are. */
const showBook = question({
  name: 'courier.book',
  says: 'Show how far the bundles between inside and outside are, and the keys for messages',
  schema: z.strictObject({}),
  who: { allowed: [...COURIER, ...roles('responsible-manager', 'administrator', 'auditor')] },
  reading: 'none',
  opens: [],
  purpose: 'operation',
  find: ({ reader }) => findCourier(reader),
  show: ([row]) => row ?? null,
});

/** `courier.seats`: what the outside must still be told of seats; whether some are to be taken back as of `heardAt`. */
const showSeats = question({
  name: 'courier.seats',
  says: 'Show what the outside must still be told of its seats and closed days',
  schema: z.strictObject({ most: z.int().min(0).max(4000), heardAt: inputs.instant.optional() }),
  who: { allowed: COURIER },
  reading: 'none',
  opens: [],
  purpose: 'operation',
  find: async ({ reader, now, today, rules }, { most, heardAt }) => {
    const give = daysToGive(now, rules);
    const days = heardAt && daysToReclaim(heardAt, rules);
    const told = await seatWords(reader, { today, give, most }, now);
    const reclaim = days ? await hasFreeOutside(reader, days) : false;
    return [{ ...told, reclaim, unanswered: await areUnanswered(reader) }];
  },
  show: ([row]) => row ?? { words: [], closed: [], reclaim: false, unanswered: false },
});

/** `courier.bundle`: the digest under which a bundle is written down. */
const showBundle = question({
  name: 'courier.bundle',
  says: 'Show the digest under which a bundle of the courier is written down',
  schema: z.strictObject({ chapter: z.int(), way: z.enum(['in', 'out']), n: z.int() }),
  who: { allowed: COURIER },
  reading: 'none',
  opens: [],
  purpose: 'operation',
  find: async ({ reader }, { chapter, way, n }) => {
    const digest = await bundleDigest(reader, chapter, way, n);
    return digest === undefined ? [] : [{ digest }];
  },
  show: ([row]) => row?.digest ?? null,
});

/** `courier.message`: whose message came back; ids only. */
const showMessage = question({
  name: 'courier.message',
  says: 'Name the case of a message that came back',
  schema: z.strictObject({ message: inputs.id('message') }),
  who: { allowed: COURIER },
  reading: 'none',
  opens: [],
  purpose: 'message',
  find: async ({ reader }, { message }) => {
    const id = await caseOfMessage(reader, message);
    return id ? [{ case: id }] : [];
  },
  show: ([row]) => row?.case ?? null,
});

export const courierQuestions: readonly Question[] = [showBook, showSeats, showBundle, showMessage];
