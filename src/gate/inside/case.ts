import { z } from 'zod';
import { openCase } from '../../domain/standing/open-case.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, machine, roles } from '../../security/access.ts';
import { findCases } from '../../store/questions/cases.ts';
import { piecesOfCase } from '../../store/questions/mailing.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';
import { withoutPlace } from './without-place.ts';

/** Where a row of a list is kept. */
export const CASE_SECTIONS = [
  'identity',
  'reference',
  'address',
  'mail-address',
  'contact',
  'language',
  'remarks',
  'background',
] as const;

/** `case.open`: a row of an approved list becomes a case. Given by the intake job, never typed. */
export const openCaseCommand = command({
  name: 'case.open',
  says: 'Open a case for a woman on an approved list',
  schema: z.strictObject({
    case: inputs.id('case'),
    person: inputs.id('person'),
    opening: z.strictObject({
      contractYear: z.int(),
      list: inputs.id('list'),
      due: inputs.date,
      followUp: z.boolean(),
      origin: z.enum(['list', 'designated', 'carried']),
      designation: z
        .strictObject({
          scope: z.array(z.enum(['notice', 'visit', 'resend', 'package'])),
          ref: inputs.code,
        })
        .exactOptional(),
      residentSince: inputs.date.exactOptional(),
      mailWay: z.enum(['registered', 'designated', 'ward', 'undecided']),
      protected: z.boolean(),
    }),
    values: z.array(
      z.strictObject({ section: z.enum(CASE_SECTIONS), value: z.record(z.string(), z.string()) }),
    ),
  }),
  who: { allowed: machine('system:intake') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: openCase,
  remembers: 'intake',
});

/** `case.show`: one woman's page, as much of it as the asker's role may see, and what was planned or sent to her. */
export const showCase = question({
  name: 'case.show',
  says: 'Show who a case is about and where she stands',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: {
    allowed: [
      ...roles('responsible-manager', 'operator', 'mailing-clerk', 'ward-staff'),
      ...assigned('visitor'),
    ],
  },
  reading: 'opened',
  opens: [
    'identity.name',
    'identity.kana',
    'identity.birthDate',
    'address.postcode',
    'address.address',
    'address.building',
    'contact.phone',
    'contact.email',
    'language.written',
    'language.chosen',
    'remarks.remark',
  ],
  purpose: 'casework',
  find: async ({ reader, search, today }, input) => {
    const rows = await findCases(reader, [input.case], today);
    const people = await search();
    const pieces = (await piecesOfCase(reader, input.case)).map(({ piece, batch, kind, status, since }) => ({
      piece,
      batch,
      kind,
      status,
      since,
    }));
    return rows.map((row) => ({ ...row, warnings: people.warningsOf(row.case), pieces }));
  },
  show: (rows, fields) =>
    rows.map((row) => ({ ...row, fields: row.protected ? withoutPlace(fields(row)) : fields(row) })),
});
