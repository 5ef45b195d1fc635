import { z } from 'zod';
import { applyChange } from '../../domain/intake/apply-change.ts';
import { changeNeeds } from '../../domain/intake/change-kinds.ts';
import type { ChangeKind } from '../../domain/intake/rows.ts';
import { updateFromList } from '../../domain/intake/update-from-list.ts';
import { decideFollowUp } from '../../domain/follow-up/decide-follow-up.ts';
import { holdCase } from '../../domain/standing/hold-case.ts';
import { caseStream } from '../../domain/streams.ts';
import { machine } from '../../security/access.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';

/** Rows of an approved list, carried into the ledger by the intake job and by nobody else. */
const INTAKE = { allowed: machine('system:intake') };

const CHANGE_KINDS = new Set<string>(Object.keys(changeNeeds));

/** `case.update-from-list`: what the ward tells otherwise in a second delivery. */
export const updateFromListCommand = command({
  name: 'case.update-from-list',
  says: 'Carry what a second delivery tells otherwise into a case',
  schema: z.strictObject({
    case: inputs.id('case'),
    list: inputs.id('list'),
    parts: z.array(
      z.enum([
        'identity',
        'address',
        'mail',
        'phone',
        'language',
        'remarks',
        'background',
        'due',
        'followUp',
        'protected',
      ]),
    ),
    values: z.array(
      z.strictObject({
        section: z.enum([
          'identity',
          'reference',
          'address',
          'mail-address',
          'contact',
          'language',
          'remarks',
          'background',
        ]),
        value: z.record(z.string(), z.string()),
      }),
    ),
    due: inputs.date.optional(),
    followUp: z.boolean().optional(),
    protected: z.boolean(),
    mailWay: z.enum(['registered', 'designated', 'ward', 'undecided']),
  }),
  who: INTAKE,
  streams: (input) => ({ case: caseStream(input.case) }),
  knows: { of: (input) => input.case, fields: ['mail-address.address'] },
  decide: updateFromList,
  remembers: 'intake',
});

/** `case.apply-change`: one row of the changes list whose number, reading and birth date fit together. */
export const applyChangeCommand = command({
  name: 'case.apply-change',
  says: 'Carry a change that the ward has told into a case',
  schema: z.strictObject({
    case: inputs.id('case'),
    list: inputs.id('list'),
    asOf: inputs.date,
    kind: z.custom<ChangeKind>((value) => typeof value === 'string' && CHANGE_KINDS.has(value)),
    on: inputs.date.optional(),
    name: inputs.words.optional(),
    kana: inputs.words.optional(),
    postcode: inputs.words.optional(),
    address: inputs.words.optional(),
    building: inputs.words.optional(),
    due: inputs.date.optional(),
  }),
  who: INTAKE,
  streams: (input) => ({ case: caseStream(input.case) }),
  knows: { of: (input) => input.case, fields: ['mail-address.address'] },
  decide: applyChange,
  remembers: 'intake',
});

/** `case.hold-for-list`: a change that fits nobody for certain holds every case that it could mean. */
export const holdForListCommand = command({
  name: 'case.hold-for-list',
  says: 'Hold a case that a row of a list could mean',
  schema: z.strictObject({ case: inputs.id('case'), reason: inputs.code, ref: inputs.code }),
  who: INTAKE,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: holdCase,
  remembers: 'intake',
});

/** `case.take-follow-up`: she stands on the ward's follow-up list, which is the ward's word (CHI-5-7, CHI-8.3-8). */
export const takeFollowUpCommand = command({
  name: 'case.take-follow-up',
  says: 'Mark a case as needing follow-up because the list of the ward says so',
  schema: z.strictObject({
    case: inputs.id('case'),
    to: z.boolean(),
    ref: inputs.code,
    on: inputs.date,
    reason: inputs.words.optional(),
  }),
  who: INTAKE,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: (state, { reason, ...input }, context) => {
    const decision = decideFollowUp(state, input, context);
    if ('refused' in decision || reason === undefined) return decision;
    const keep = [
      {
        of: input.case,
        section: 'background',
        item: 'follow-up',
        value: { followUpReason: reason },
      } as const,
    ];
    return { ...decision, keep };
  },
  remembers: 'intake',
});
