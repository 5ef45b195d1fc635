import { addDays } from '../domain/basics/civil-date.ts';
import { birthTold } from './calm-life.ts';
import { also, calls, instead, month, told, type Special } from './special-life.ts';
import { home } from './town.ts';

/** Lives in which the register, the pregnancy or her own wish changes what we may do. */
export const CHANGE_LIVES: readonly Special[] = [
  {
    story: 'moved-in-late',
    month: month('2026-05'),
    // The day after the one that counts: on the list, and no target (CHI-4.1-1).
    shape: (life, { residence }) => ({
      ...life,
      listing: { ...life.listing, residentSince: addDays(residence, 1) },
    }),
  },
  {
    story: 'moved-out-and-back',
    month: month('2026-09'),
    shape: (life, { listed, posted }, chance) => ({
      ...also(
        life,
        told('moved-out', listed, 2),
        told('moved-back', addDays(posted, 20), 4, { home: home(chance) }),
      ),
      contacts: [calls(addDays(posted, 34), 'own-data', { kind: 'ask' })],
    }),
  },
  {
    story: 'moved-out-with-a-booking',
    month: month('2026-07'),
    shape: (life, { arrives }) => ({
      ...instead(life, told('moved-out', addDays(life.books.from, -2), 3)),
      contacts: [
        // Not she: nothing is told and nothing changed.
        calls(
          addDays(arrives, 9),
          'change',
          { kind: 'impersonate' },
          {
            from: 'partner',
            points: ['name', 'birth-date'],
          },
        ),
      ],
    }),
  },
  {
    story: 'move-out-taken-back',
    month: month('2026-08'),
    // Born in 平成, which the ward's row takes for 昭和.
    woman: (woman) => ({ ...woman, birthDate: addDays(woman.due, -11_000) }),
    shape: (life, { arrives }) => ({
      ...also(
        life,
        told('moved-out', addDays(arrives, 1), 3),
        told('move-out-cancelled', addDays(arrives, 1), 12),
      ),
      listing: { ...life.listing, fault: 'wrong-era' },
    }),
  },
  {
    story: 'moved-within-before-print',
    month: month('2026-10'),
    shape: (life, { listed, month8 }, chance) => ({
      ...also(life, told('moved-within', listed, 2, { home: home(chance) })),
      books: {
        ...life.books,
        from: addDays(month8.from, 18),
        cancels: { afterDays: 3, channel: 'web' },
      },
    }),
  },
  {
    story: 'moved-within-with-a-booking',
    month: month('2026-06'),
    shape: (life, _days, chance) => {
      const to = home(chance);
      const on = addDays(life.books.from, -6);
      return {
        ...also(life, told('moved-within', on, 9, { home: to })),
        contacts: [calls(addDays(on, 1), 'move', { kind: 'tell-move', happened: on, home: to })],
        visit: { ...life.visit, urgent: { class: 'u3', reason: 'money' }, referral: 'health-centre' },
      };
    },
  },
  {
    story: 'born-before-visits-begin',
    month: month('2026-04'),
    shape: (life, { arrives }) => instead(life, told('birth', addDays(arrives, 2), 8)),
  },
  {
    story: 'born-and-visited-after-the-due-date',
    month: month('2026-05'),
    shape: (life, { due }) => ({
      ...instead(life, told('birth', addDays(due, 3), 9)),
      books: { ...life.books, when: 'after-call', afterDays: 2, from: addDays(due, 20), period: 'late' },
    }),
  },
  {
    story: 'born-early-with-a-booking',
    month: month('2026-07'),
    shape: (life, { due }) => ({
      ...instead(life, told('birth', addDays(due, -40), 6)),
      books: { ...life.books, from: addDays(due, -33), period: 'late' },
      contacts: [calls(addDays(due, -36), 'birth', { kind: 'tell-birth', happened: addDays(due, -40) })],
    }),
  },
  {
    story: 'born-before-the-letter',
    month: month('2026-08'),
    shape: (life, { listed }) => instead(life, told('birth', listed, 3)),
  },
  {
    story: 'loss-before-the-letter',
    month: month('2026-09'),
    // The ward's word of the very morning takes her off the batch.
    shape: (life, { posted }) => instead(life, told('loss', addDays(posted, -2), 2)),
  },
  {
    story: 'loss-with-a-booking',
    month: month('2026-10'),
    shape: (life) => instead(life, told('loss', addDays(life.books.from, -4), 2)),
  },
  {
    story: 'loss-after-the-visit-package-wished',
    month: month('2026-11'),
    shape: (life) => ({ ...instead(life), lossAfterTalk: 1, packageAfterLoss: true }),
  },
  {
    story: 'loss-after-the-visit-package-not-wished',
    month: month('2026-12'),
    shape: (life) => ({ ...instead(life), lossAfterTalk: 2, packageAfterLoss: false }),
  },
  {
    story: 'loss-while-the-letter-travels',
    month: month('2026-09'),
    shape: (life, { posted }) => ({
      ...instead(life, told('loss', posted, 12)),
      letters: [{ end: 'delivered', afterDays: 7 }],
      registers: undefined,
      contacts: [calls(addDays(posted, 1), 'loss', { kind: 'tell-loss', happened: posted })],
    }),
  },
  {
    story: 'loss-told-by-herself',
    month: month('2026-12'),
    shape: (life, { arrives }) => ({
      ...instead(life, told('loss', addDays(arrives, 4), 12)),
      registers: life.registers && { ...life.registers, afterDays: 1 },
      contacts: [calls(addDays(arrives, 8), 'loss', { kind: 'tell-loss', happened: addDays(arrives, 4) })],
    }),
  },
  {
    story: 'loss-of-another-under-her-number',
    month: month('2026-11'),
    shape: (life, { arrives }) =>
      also(
        life,
        told('loss', addDays(arrives, 1), 3, {
          mistaken: 'wrong-woman',
          undone: { on: addDays(arrives, 8), ref: 'tel-undo-loss' },
        }),
      ),
  },
  {
    story: 'child-dies',
    month: month('2027-01'),
    shape: (life, { month8 }, chance) => ({
      ...instead(
        life,
        birthTold(addDays(month8.from, 20), chance),
        told('child-death', addDays(month8.from, 30), 8),
      ),
      books: { ...life.books, from: addDays(month8.from, 2) },
    }),
  },
  {
    story: 'woman-dies',
    month: month('2027-01'),
    shape: (life, { arrives }) => instead(life, told('woman-death', addDays(arrives, 7), 4)),
  },
  {
    story: 'name-changes',
    month: month('2027-02'),
    woman: (woman) => ({
      ...woman,
      name: '栁澤　ひかり',
      kana: 'ヤナギサワ　ヒカリ',
      language: '日本語',
      children: 2,
    }),
    shape: (life, { arrives, month8 }) => ({
      ...also(
        life,
        told('name-changed', addDays(arrives, 2), 3, {
          name: '吉野　ひかり',
          kana: 'ヨシノ　ヒカリ',
        }),
      ),
      books: { ...life.books, from: addDays(month8.from, -6), period: 'early' },
    }),
  },
  {
    story: 'due-date-changes',
    month: month('2027-03'),
    shape: (life, { arrives, due }) => ({
      ...also(life, told('due-date-changed', addDays(arrives, 1), 4, { due: addDays(due, 18) })),
      registers: life.registers && {
        ...life.registers,
        answers: { ...life.registers.answers, Q01: addDays(due, 18), 'Q01-changed': 'yes' },
      },
      contacts: [calls(addDays(arrives, 5), 'change', { kind: 'tell-due', due: addDays(due, 18) })],
    }),
  },
  {
    story: 'change-under-another-reading',
    month: month('2027-02'),
    shape: (life, { arrives }, chance) => ({
      ...also(life, told('moved-within', addDays(arrives, 1), 3, { home: home(chance), mistaken: 'kana' })),
      contacts: [calls(addDays(arrives, 2), 'pause', { kind: 'pause', until: addDays(arrives, 30) })],
    }),
  },
];
