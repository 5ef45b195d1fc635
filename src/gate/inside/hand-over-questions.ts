import { z } from 'zod';
import { addDays } from '../../domain/basics/civil-date.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import { roles } from '../../security/access.ts';
import {
  findHandOver,
  handOversBetween,
  takenOut,
  type HandOverRow,
} from '../../store/questions/hand-overs.ts';
import { inputs } from '../inputs.ts';
import { question, type Fields, type Question } from '../question.ts';
import { REGISTRARS } from './hand-over.ts';

const LOOKERS = { allowed: [...REGISTRARS, ...roles('ward-staff', 'auditor')] };

/** `handover.register`: every movement of some days, who gave and who took (DOC-50). */
const showRegister = question({
  name: 'handover.register',
  says: 'List the register of hand-overs of some days',
  schema: z.strictObject({ from: inputs.date, to: inputs.date }),
  who: LOOKERS,
  reading: 'listed',
  opens: ['handover.*'],
  purpose: 'register',
  find: ({ reader }, { from, to }) =>
    handOversBetween(reader, instantAt(from, '00:00'), instantAt(addDays(to, 1), '00:00')),
  show: (rows, fields) => rows.map((row) => shown(row, fields(row))),
});

/** `handover.open`: what was taken out and is not back; late from the evening of its day (PII-9-2). */
const showOpen = question({
  name: 'handover.open',
  says: 'List what was taken out and is not back yet',
  schema: z.strictObject({}),
  who: LOOKERS,
  reading: 'listed',
  opens: [],
  purpose: 'register',
  find: ({ reader }) => takenOut(reader),
  show: (rows, _fields, _input, { now, rules }) =>
    rows.map(({ subject: _subject, ...row }) => ({
      ...row,
      outstanding: row.quantity - row.returned,
      late: row.backBy !== null && instantAt(row.backBy, rules.handOver.backByTime) <= now,
    })),
});

/** `handover.receipt`: what the custody receipt [預かり証] to the giver says (DOC-02, PII-11-1). */
export const showReceipt = question({
  name: 'handover.receipt',
  says: 'Show what the custody receipt of a receipt says',
  schema: z.strictObject({ matter: inputs.id('matter') }),
  who: LOOKERS,
  reading: 'opened',
  opens: ['handover.*'],
  purpose: 'register',
  find: async ({ reader }, { matter }) =>
    (await findHandOver(reader, matter)).filter(({ movement }) => movement === 'receipt'),
  show: (rows, fields) => {
    const [row] = rows;
    if (!row) return null;
    const { matter, at, what, carrier, medium, mediumNo, quantity, method, ref, place, state } = row;
    const words = fields(row);
    return {
      matter,
      /** As both sides wrote it down, where that was words; else the moment of the entry. */
      at: words['handover.at'] ?? at,
      recordedAt: at,
      what,
      carrier,
      medium: words['handover.medium'] ?? medium,
      mediumNo,
      quantity,
      method: words['handover.method'] ?? method,
      giver: words['handover.from'] ?? null,
      receiver: words['handover.to'] ?? null,
      ref,
      place,
      state,
    };
  },
});

/** `handover.show`: one entry of the register with all its words (B-06, PII-11-1). */
const showHandOver = question({
  name: 'handover.show',
  says: 'Show an entry of the register of hand-overs',
  schema: z.strictObject({ matter: inputs.id('matter') }),
  who: LOOKERS,
  reading: 'opened',
  opens: ['handover.*'],
  purpose: 'register',
  find: ({ reader }, { matter }) => findHandOver(reader, matter),
  show: (rows, fields) => rows.map((row) => shown(row, fields(row)))[0] ?? null,
});

function shown({ subject: _subject, ...row }: HandOverRow, words: Fields): object {
  return { ...row, words };
}

/** Questions about the register of hand-overs. */
export const handOverQuestions: readonly Question[] = [showHandOver, showRegister, showOpen, showReceipt];
