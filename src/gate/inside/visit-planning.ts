import { z } from 'zod';
import type { AccountId } from '../../domain/basics/ids.ts';
import { suggestVisitors } from '../../domain/visits/suggest-visitors.ts';
import { roles } from '../../security/access.ts';
import { bookingsBetween, type BookingRow } from '../../store/questions/bookings.ts';
import { visitorsTeam, type TeamRow } from '../../store/questions/visits.ts';
import { inputs } from '../inputs.ts';
import { question, type Fields, type Found, type Question } from '../question.ts';

/** `visit.team`: who visits, what she speaks and where she knows her way. An operator reads no name, only the ID. */
export const listTeam = question({
  name: 'visit.team',
  says: 'List the visitors with their languages, areas and what they still lack',
  schema: z.strictObject({ on: inputs.date }),
  who: { allowed: roles('operator', 'responsible-manager') },
  reading: 'listed',
  opens: ['staff.name'],
  purpose: 'planning',
  find: ({ reader }, input) => visitorsTeam(reader, input.on),
  show: (rows, fields) => rows.map((row) => ({ ...row, name: fields(row)['staff.name'] })),
});

type Planned = Found & ({ readonly booked: BookingRow } | { readonly team: TeamRow });

/**
 * `visit.suggest`: the visits of some days that nobody is assigned to, or those of a visitor who is absent, each with
 * who could make it and whom to take (CHI-6.2-2, 8.3-13). Nothing is assigned by it.
 */
export const suggestForVisits = question({
  name: 'visit.suggest',
  says: 'Suggest visitors for unassigned visits, or for those of a visitor who is absent',
  schema: z.strictObject({
    from: inputs.date,
    to: inputs.date,
    absent: inputs.id('account').optional(),
  }),
  who: { allowed: roles('responsible-manager') },
  reading: 'listed',
  opens: [
    'identity.name',
    'identity.kana',
    'address.postcode',
    'language.code',
    'language.chosen',
    'staff.name',
  ],
  purpose: 'planning',
  find: async ({ reader }, input): Promise<readonly Planned[]> => {
    const [booked, team] = await Promise.all([
      bookingsBetween(reader, input),
      visitorsTeam(reader, input.to),
    ]);
    return [
      ...booked.map((one) => ({ case: one.case, subject: one.case, booked: one })),
      ...team.filter(({ lacks }) => lacks.length === 0).map((one) => ({ subject: one.subject, team: one })),
    ];
  },
  show: (rows, fields, { absent }, { rules }) => {
    const women = rows.flatMap((row) => ('booked' in row ? [{ ...row.booked, fields: fields(row) }] : []));
    const team = rows.flatMap((row) => ('team' in row ? [{ ...row.team, fields: fields(row) }] : []));
    const toGive = women.filter(
      ({ visitor, askAgain }) => !askAgain && (absent ? visitor === absent : visitor === undefined),
    );
    const given = women.flatMap(({ visitor, slot, fields: hers }) =>
      visitor && visitor !== absent
        ? [{ visitor: visitor as AccountId, slot, postcode: hers['address.postcode'] }]
        : [],
    );
    const suggestions = suggestVisitors(
      toGive.map(({ fields: hers, ...one }) => ({
        ...one,
        postcode: hers['address.postcode'],
        language: languageOf(hers),
      })),
      team.filter(({ visitor }) => visitor !== absent),
      given,
      rules,
    );
    return {
      team: team.map(({ visitor, holder, fields: hers }) => ({ visitor, holder, name: hers['staff.name'] })),
      visits: suggestions.flatMap((one) =>
        toGive
          .filter(({ booking }) => booking === one.booking)
          .map(({ fields: hers, ...visit }) => ({
            ...visit,
            candidates: one.candidates,
            suggested: one.suggested,
            name: hers['identity.name'],
            kana: hers['identity.kana'],
            language: languageOf(hers),
          })),
      ),
    };
  },
});

/** What she chose herself goes before the ward's list. */
function languageOf(hers: Fields): string | undefined {
  return hers['language.chosen'] ?? hers['language.code'];
}

export const visitPlanningQuestions: readonly Question[] = [listTeam, suggestForVisits];
