import { z } from 'zod';
import { addDays } from '../../domain/basics/civil-date.ts';
import { readSlot } from '../../domain/booking/slot.ts';
import { roles } from '../../security/access.ts';
import { freeVisitors, oddVisits, openVisits } from '../../store/questions/visits.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

/** `visit.worklist`: due soon and not yet visited, nearest due date first (CHI-8.2-3). */
export const listOpenVisits = question({
  name: 'visit.worklist',
  says: 'List women who are due soon and not yet visited',
  schema: z.strictObject({}),
  who: { allowed: roles('responsible-manager', 'operator') },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana', 'contact.phone'],
  purpose: 'booking',
  find: ({ reader, today, rules }) => openVisits(reader, addDays(today, rules.visits.worklistDays)),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/** `visit.length-review`: visits that took longer or shorter than usual, with the visitor's reason (CHI-8.3-6). */
export const reviewVisitLengths = question({
  name: 'visit.length-review',
  says: 'List visits of unusual length with their reasons',
  schema: z.strictObject({ from: inputs.date, to: inputs.date }),
  who: { allowed: roles('responsible-manager') },
  reading: 'listed',
  opens: ['visit.lengthReason'],
  purpose: 'quality',
  find: ({ reader }, input) => oddVisits(reader, input),
  show: (rows, fields) => rows.map((row) => ({ ...row, reason: fields(row)['visit.lengthReason'] })),
});

/** `visit.visitors`: who may be sent at a time and is free then; also finds a substitute (CHI-6.2-1, 6.2-2). */
export const listFreeVisitors = question({
  name: 'visit.visitors',
  says: 'List qualified and trained visitors who are free at a time',
  schema: z.strictObject({ slot: inputs.id('slot') }),
  who: { allowed: roles('responsible-manager') },
  reading: 'listed',
  opens: ['staff.name'],
  purpose: 'planning',
  find: async ({ reader }, input) => {
    const slot = readSlot(input.slot);
    return slot ? await freeVisitors(reader, slot.date, slot.start) : [];
  },
  show: (rows, fields) =>
    rows.map(({ visitor, subject }) => ({ visitor, fields: fields({ visitor, subject }) })),
});

export const visitQuestions: readonly Question[] = [listOpenVisits, reviewVisitLengths, listFreeVisitors];
