import { z } from 'zod';
import { agreeingKeys, isSamePerson } from '../../domain/application/identity-match.ts';
import { assigned, roles } from '../../security/access.ts';
import type { FieldName } from '../../security/fields.ts';
import {
  countApplications,
  findApplication,
  findApplications,
  findSharedApplication,
} from '../../store/questions/applications.ts';
import { standingsOf } from '../../store/questions/persons.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { withoutPlace } from './without-place.ts';

/** Whoever agrees in more keys than the others is among the first. */
const MOST_CANDIDATES = 20;

const APPLICANT: readonly FieldName[] = [
  'applicant.name',
  'applicant.kana',
  'applicant.birthDate',
  'applicant.phone',
  'applicant.email',
  'applicant.postcode',
  'applicant.address',
  'applicant.building',
];

/** `application.queue`: what waits to be matched, urgent first, in pieces; or one of them alone (CHI-8.2-1). */
export const queue = question({
  name: 'application.queue',
  says: 'List the applications that wait to be matched with the target list',
  schema: z.strictObject({
    application: inputs.id('application').optional(),
    skip: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(500).default(100),
  }),
  who: { allowed: roles('operator', 'responsible-manager') },
  reading: 'listed',
  opens: APPLICANT,
  purpose: 'application',
  find: async ({ reader }, { application, skip, limit }) => {
    const waiting = await findApplications(reader, { states: ['pending'], since: '' });
    const asked = waiting.filter((row) => application === undefined || row.application === application);
    return { rows: asked.slice(skip, skip + limit), hits: asked.length, kinds: [] };
  },
  show: (rows, fields, _input, _asking, hits) => ({
    left: hits,
    applications: rows.map((row) => ({ ...row, fields: fields(row) })),
  }),
});

/** `application.list`: applications since a day, as they stand now; the ward sees them live (CHI-8.16-9). */
const list = question({
  name: 'application.list',
  says: 'List applications received since a day with where they stand',
  schema: z.strictObject({ since: inputs.date }),
  who: { allowed: roles('operator', 'responsible-manager', 'ward-staff') },
  reading: 'listed',
  opens: [],
  purpose: 'application',
  find: ({ reader }, input) =>
    findApplications(reader, {
      states: ['pending', 'confirmed', 'refused', 'cancelled'],
      since: input.since,
      limit: 2000,
    }),
  show: (rows) => rows,
});

/** `application.show`: one application with its answers. A visitor sees those of the women she is to visit (CHI-8.3-1). */
const show = question({
  name: 'application.show',
  says: 'Show an application with the answers to the questionnaire',
  schema: z.strictObject({ application: inputs.id('application') }),
  who: { allowed: [...roles('responsible-manager'), ...assigned('visitor')] },
  reading: 'opened',
  opens: [...APPLICANT, 'answers.*'],
  purpose: 'casework',
  find: ({ reader }, input) => findApplication(reader, input.application),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/** `application.show-shared`: the same for the ward, answers only with her consent in force (CHI-8.3-9, 8.16-9, AMB-12). */
const showShared = question({
  name: 'application.show-shared',
  says: 'Show the ward an application, with the answers if she consented to sharing',
  schema: z.strictObject({ application: inputs.id('application') }),
  who: { allowed: roles('ward-staff') },
  reading: 'opened',
  opens: ['answers.*'],
  purpose: 'ward-view',
  find: ({ reader }, input) => findSharedApplication(reader, input.application),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/** `application.status`: received, confirmed, pending and cancelled of a month, for the ward (CHI-8.2-4, DOC-13). */
const status = question({
  name: 'application.status',
  says: 'Count the applications of a month by where they stand',
  schema: z.strictObject({ month: inputs.month }),
  who: { allowed: roles('operator', 'responsible-manager', 'ward-staff') },
  reading: 'none',
  opens: [],
  purpose: 'report',
  find: async ({ reader }, input) => [await countApplications(reader, input.month)],
  show: (rows, _fields, input) => ({ month: input.month, ...rows[0] }),
});

const line = z.string().max(400).optional();

/** `application.candidates`: who of the list it could be, each key of identity side by side (CHI-8.2-1). */
const candidates = question({
  name: 'application.candidates',
  says: 'Show whom of the list an applicant could be, key by key',
  schema: z.strictObject({
    kana: line,
    birthDate: inputs.date.optional(),
    phone: line,
    address: line,
    building: line,
  }),
  who: { allowed: roles('operator', 'responsible-manager') },
  reading: 'listed',
  opens: [
    'identity.name',
    'identity.kana',
    'identity.birthDate',
    'address.address',
    'address.building',
    'contact.phone',
  ],
  purpose: 'application',
  find: async ({ reader, search }, said) => {
    const people = await search();
    const keys = people.keysOf({
      'identity.kana': said.kana ?? '',
      'identity.birthDate': said.birthDate ?? '',
      'contact.phone': said.phone ?? '',
      'address.address': said.address ?? '',
      'address.building': said.building ?? '',
    });
    const found = people.candidates(keys).slice(0, MOST_CANDIDATES);
    const standings = await standingsOf(
      reader,
      found.flatMap(({ cases }) => cases),
    );
    const rows = found.flatMap(({ cases }) =>
      cases.flatMap((id) => {
        const standing = standings.get(id);
        return standing ? [{ ...standing, subject: id }] : [];
      }),
    );
    return { rows, hits: rows.length, kinds: Object.keys(said) };
  },
  show: (rows, fields, said, { rules }) =>
    rows.map((row) => {
      const opened = fields(row);
      const agrees = agreeingKeys(
        said,
        {
          kana: opened['identity.kana'],
          birthDate: opened['identity.birthDate'],
          phone: opened['contact.phone'],
          address: opened['address.address'],
          building: opened['address.building'],
        },
        rules.eligibility.ward,
      );
      return {
        case: row.case,
        standing: row.standing,
        protected: row.protected,
        agrees,
        same: isSamePerson(agrees),
        fields: row.protected ? withoutPlace(opened) : opened,
      };
    }),
});

export const applicationAsks = { queue, candidates, list, show, showShared, status };

export const applicationQuestions: readonly Question[] = Object.values(applicationAsks);
