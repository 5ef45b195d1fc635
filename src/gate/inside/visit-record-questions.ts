import { z } from 'zod';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { readSlot } from '../../domain/booking/slot.ts';
import type { FormDefinition } from '../../domain/forms/form.ts';
import { attempts } from '../../domain/visits/attempts.ts';
import { followUpOn } from '../../domain/visits/follow-up-on.ts';
import { assigned, roles } from '../../security/access.ts';
import { daysOfVisitor } from '../../store/questions/bookings.ts';
import { casesNow } from '../../store/questions/portal.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

/**
 * `visit.show`: the visit of one woman as the record of it needs it: the date she holds, what has to be asked of her,
 * what was written down already.
 */
export const showVisit = question({
  name: 'visit.show',
  says: 'Show the visit of a woman: her date, what is to be recorded, what was recorded',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: { allowed: [...roles('responsible-manager'), ...assigned('visitor')] },
  reading: 'opened',
  opens: ['identity.name', 'identity.kana'],
  purpose: 'visit',
  find: async ({ reader, rules }, input) => {
    const found = await casesNow(reader, [input.case]);
    return found.map(({ case: id, version, state }) => {
      const { bookings, visits, standing, registration } = state;
      const { active } = bookings;
      const tried = attempts(visits, rules.visits);
      return {
        case: id,
        subject: id,
        version,
        due: standing.due,
        booking: active && {
          ...active,
          start: readSlot(active.slot)?.start ?? '',
          /** Whether the leeway questions belong to it (CHI-8.3-2). */
          followUp: followUpOn(standing, active.date),
        },
        consentGiven: registration.consent?.answer === 'given',
        completed: visits.completed,
        missed: visits.missed,
        /** The sheets in force: the last approved version of each. */
        sheets: {
          checklist: inForce(rules.forms.definitions, 'visit-checklist'),
          leeway: inForce(rules.forms.definitions, 'leeway'),
        },
        attempts: { made: tried.next - 1, usedUp: tried.usedUp },
        closed: standing.closed !== undefined,
      };
    });
  },
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

function inForce(forms: readonly FormDefinition[], id: string): FormDefinition | undefined {
  return forms.findLast((form) => form.id === id && form.status === 'approved');
}

/** `visit.my-days`: on which days from today on the asking visitor has visits, and how many. */
export const listMyDays = question({
  name: 'visit.my-days',
  says: 'Show the asking visitor on which days she has visits',
  schema: z.strictObject({}),
  who: { allowed: assigned('visitor') },
  reading: 'none',
  opens: [],
  purpose: 'visit',
  find: ({ reader, actor, today }) => daysOfVisitor(reader, actor, today),
  show: (rows) => {
    const days = new Map<CivilDate, number>();
    for (const { date } of rows) days.set(date, (days.get(date) ?? 0) + 1);
    return [...days].map(([date, visits]) => ({ date, visits }));
  },
});

export const visitRecordQuestions: readonly Question[] = [showVisit, listMyDays];
