import { z } from 'zod';
import { changeContact } from '../../domain/standing/change-contact.ts';
import { move } from '../../domain/standing/move.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, roles } from '../../security/access.ts';
import { findCases } from '../../store/questions/cases.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';
import { withoutPlace } from './without-place.ts';

const onCase = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });
const OF_CASE = { case: inputs.id('case') };
const ADDRESS = z.strictObject({
  postcode: z.string().max(16),
  address: z.string().min(1).max(400),
  building: z.string().max(400).optional(),
});
const MOVE = {
  ...OF_CASE,
  kind: z.enum(['out', 'within', 'back']),
  on: inputs.date,
  address: ADDRESS.optional(),
};
/** How somebody of ours hears her; by her own link she tells it herself. */
const TOLD = z.enum(['phone', 'mail', 'in-person', 'visit']);
const HERSELF = [{ resident: true }] as const;
const HER_WORD = [...roles('operator', 'responsible-manager'), ...assigned('visitor')];
/**
 * What somebody of ours writes down by her word and sends a letter or a package to another door than before: a second
 * person looks whose it is (domain.md 8: the address of another woman with the same family name).
 */
const HER_WORD_BY_TWO = { allowed: HER_WORD, second: ['responsible-manager', 'operator'] } as const;
const WARD_WORD_BY_TWO = {
  allowed: roles('ward-staff', 'responsible-manager'),
  second: ['responsible-manager', 'operator', 'ward-staff'],
} as const;

const delivery = (from: typeof TOLD | z.ZodLiteral<'web'>) =>
  z.strictObject({ ...OF_CASE, source: from, address: ADDRESS });

/** As the vault keeps it. */
function valuesOf({ postcode, address, building }: z.infer<typeof ADDRESS>) {
  return { postcode, address, ...(building ? { building } : {}) };
}

/**
 * Where letters and the package go: her registered address and the place in Japan that she names for the package. What
 * she tells by her own link is hers alone; what only stops is told by one person, so that it is quick; the rest by two.
 */
export const whereItGoesActs = {
  move: command({
    name: 'case.move',
    says: 'Tell by her own link that she moves: within the ward, out of it, or back',
    schema: z.strictObject({ ...MOVE, source: z.literal('web') }),
    who: { allowed: HERSELF },
    streams: onCase,
    decide: move,
    remembers: 'casework',
  }),
  moveOut: command({
    name: 'case.move-out',
    says: 'Record that a woman moves out of the ward, as she told us, without a new address: it only stops',
    schema: z.strictObject({ ...OF_CASE, on: inputs.date, source: TOLD }),
    who: { allowed: HER_WORD },
    streams: onCase,
    decide: (state, input, context) => move(state, { ...input, kind: 'out' }, context),
    remembers: 'casework',
  }),
  moveByTwo: command({
    name: 'case.move-by-two',
    says: 'Record by two people where a woman moves, as she told us: within the ward, out of it, or back',
    schema: z.strictObject({ ...MOVE, source: TOLD }),
    who: HER_WORD_BY_TWO,
    streams: onCase,
    decide: move,
    remembers: 'casework',
  }),
  moveByWard: command({
    name: 'case.move-by-ward',
    says: 'Record a move by the word of the ward and two people',
    schema: z.strictObject({ ...MOVE, source: z.enum(['ward', 'list']) }),
    who: WARD_WORD_BY_TWO,
    streams: onCase,
    decide: move,
    remembers: 'casework',
  }),
  nameDelivery: command({
    name: 'case.name-delivery',
    says: 'Name by her own link the place in Japan to which the package goes',
    schema: delivery(z.literal('web')),
    who: { allowed: HERSELF },
    streams: onCase,
    decide: (state, { address, ...input }, context) =>
      changeContact(state, { ...input, what: 'delivery-address', values: valuesOf(address) }, context),
    remembers: 'casework',
  }),
  nameDeliveryByTwo: command({
    name: 'case.name-delivery-by-two',
    says: 'Record by two people the place in Japan to which the package goes, as she told us',
    schema: delivery(TOLD),
    who: HER_WORD_BY_TWO,
    streams: onCase,
    decide: (state, { address, ...input }, context) =>
      changeContact(state, { ...input, what: 'delivery-address', values: valuesOf(address) }, context),
    remembers: 'casework',
  }),
};

export const whereItGoesCommands: readonly Command[] = Object.values(whereItGoesActs);

/** `case.where-it-goes`: the places that hold now, for whoever is to write down another one below them. */
export const showWhereItGoes = question({
  name: 'case.where-it-goes',
  says: 'Show where letters and the package of a woman go now',
  schema: z.strictObject(OF_CASE),
  who: { allowed: [...roles('responsible-manager', 'operator', 'ward-staff'), ...assigned('visitor')] },
  reading: 'opened',
  opens: [
    'address.postcode',
    'address.address',
    'address.building',
    'mail-address.postcode',
    'mail-address.address',
    'mail-address.building',
    'delivery-address.postcode',
    'delivery-address.address',
    'delivery-address.building',
  ],
  purpose: 'casework',
  find: ({ reader, today }, input) => findCases(reader, [input.case], today),
  show: (rows, fields) =>
    rows.map((row) => ({
      protected: row.protected,
      fields: row.protected ? withoutPlace(fields(row)) : fields(row),
    })),
});
