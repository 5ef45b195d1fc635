import { addDays } from '../domain/basics/civil-date.ts';
import { also, calls, month, type Special } from './special-life.ts';
import { home } from './town.ts';

/** Letters that do not simply arrive, and women who do not simply apply. */
export const LETTER_LIVES: readonly Special[] = [
  {
    story: 'letter-returned-once',
    month: month('2026-06'),
    shape: (life, { posted }) => ({
      ...also(life, {
        kind: 'address-corrected',
        on: addDays(posted, 12),
        known: addDays(posted, 14),
        home: { ...life.woman, building: 'みほんハイツ　３０２' },
      }),
      letters: [
        { end: 'returned', afterDays: 7, reason: 'incomplete-address' },
        { end: 'delivered', afterDays: 2 },
      ],
      packages: [
        { end: 'returned', afterDays: 10, reason: 'storage-expired' },
        { end: 'received', afterDays: 2 },
      ],
    }),
  },
  {
    story: 'letter-returned-twice',
    month: month('2026-06'),
    shape: (life, { posted }) => ({
      ...life,
      letters: [{ end: 'returned', afterDays: 8, reason: 'unknown-address' }],
      registers: undefined,
      contacts: [
        // Somebody asks under the disclosure ordinance: passed on to the ward, never answered (CHI-16.2-2).
        calls(addDays(posted, 40), 'disclosure', { kind: 'ask' }, { from: 'stranger', points: [] }),
      ],
    }),
  },
  {
    story: 'letter-refused-and-left',
    month: month('2026-07'),
    shape: (life) => ({
      ...life,
      letters: [{ end: 'returned', afterDays: 3, reason: 'refused', reviewed: 'leave' }],
      registers: undefined,
    }),
  },
  {
    story: 'letter-refused-and-sent-again',
    month: month('2026-07'),
    shape: (life, days, chance) => ({
      ...life,
      letters: [
        { end: 'returned', afterDays: 3, reason: 'refused', reviewed: 'send-again' },
        { end: 'delivered', afterDays: 2 },
      ],
      books: { ...life.books, from: addDays(days.month8.from, 25), period: 'month8' },
      contacts: [
        calls(addDays(days.month8.from, 22), 'package', {
          kind: 'deliver-elsewhere',
          home: {
            postcode: '060-0001',
            address: `北海道札幌市中央区北一条西${1 + chance.below(20)}-1`,
            building: '',
          },
        }),
      ],
    }),
  },
  {
    story: 'letter-and-package-lost',
    month: month('2026-08'),
    shape: (life, { posted }) => ({
      ...life,
      letters: [{ end: 'lost' }, { end: 'delivered', afterDays: 2 }],
      contacts: [calls(addDays(posted, 16), 'delivery', { kind: 'letter-again', reason: 'lost-in-post' })],
      packages: [{ end: 'lost' }, { end: 'received', afterDays: 2 }],
      redispatch: [{ daysAfterTalk: 45, channel: 'phone', home: undefined }],
    }),
  },
  {
    story: 'letter-lost-by-her',
    month: month('2026-04'),
    shape: (life, { arrives }) => ({
      ...life,
      contacts: [calls(addDays(arrives, 6), 'delivery', { kind: 'letter-again', reason: 'lost-by-her' })],
      registers: life.registers && { ...life.registers, afterDays: 14 },
      visit: { ...life.visit, attempts: ['absent', 'met'], againAfterDays: 3 },
    }),
  },
  {
    story: 'letter-never-came',
    month: month('2026-09'),
    shape: (life, { posted }) => ({
      ...life,
      contacts: [calls(addDays(posted, 14), 'delivery', { kind: 'letter-again', reason: 'never-came' })],
      registers: life.registers && { ...life.registers, afterDays: 20 },
      visit: { ...life.visit, attempts: ['wrong-address', 'met'], againAfterDays: 4 },
    }),
  },
  {
    story: 'moved-by-the-recall-card',
    month: month('2026-06'),
    // 外字: a character that only the ward's machines can show.
    woman: (woman) => ({ ...woman, name: `渡\ue000　千鶴`, kana: 'ワタナベ　チヅル' }),
    shape: (life) => ({
      ...life,
      listing: { ...life.listing, fault: 'gaiji' },
      registers: life.registers && { ...life.registers, movedBy: 'recall-card', afterDays: 4 },
    }),
  },
  {
    story: 'never-registers',
    month: month('2026-10'),
    shape: (life) => ({ ...life, registers: undefined, recallCard: 'comes-back' }),
  },
  {
    story: 'registers-and-never-books',
    month: month('2026-11'),
    shape: (life, { arrives }) => ({
      ...life,
      books: { ...life.books, when: 'never' },
      contacts: [
        calls(addDays(arrives, 22), 'application', { kind: 'apply-again' }, { at: '21:10', channel: 'web' }),
      ],
    }),
  },
  {
    story: 'books-when-called',
    month: month('2026-12'),
    shape: (life) => ({
      ...life,
      registers: life.registers && {
        ...life.registers,
        channel: 'phone',
        at: '13:20',
        email: undefined,
        consent: 'at-visit',
      },
      books: { ...life.books, when: 'after-call', afterDays: 2 },
      visit: { ...life.visit, attempts: ['absent', 'absent'], againAfterDays: 4 },
    }),
  },
  {
    story: 'applies-without-code',
    month: month('2026-12'),
    woman: (woman) => ({ ...woman, name: '〓田　玲奈', kana: 'ヨシダ　レイナ' }),
    shape: (life) => ({
      ...life,
      listing: { ...life.listing, fault: 'character-lost' },
      registers: life.registers && { ...life.registers, withCode: false },
      books: {
        ...life.books,
        moves: { afterDays: 1, to: addDays(life.books.from, 4), channel: 'phone' },
      },
    }),
  },
  {
    story: 'refuses-consent',
    month: month('2027-01'),
    shape: (life) => ({
      ...life,
      registers: life.registers && {
        ...life.registers,
        channel: 'phone',
        at: '09:50',
        consent: 'refused',
        answers: { ...life.registers.answers, C01: 'refused' },
      },
      visit: { ...life.visit, consent: 'refused' },
    }),
  },
  {
    story: 'notice-only',
    month: month('2027-04'),
    shape: (life) => ({ ...life, listing: { ...life.listing, fault: 'due-outside-month' } }),
  },
  {
    story: 'neighbour-of-the-same-name',
    month: month('2027-04'),
    beside: 'notice-only',
    woman: (woman, beside) =>
      beside
        ? {
            ...woman,
            name: beside.woman.name,
            kana: beside.woman.kana,
            language: beside.woman.language,
            postcode: beside.woman.postcode,
            address: beside.woman.address.replace(/[\d０-９]+(号|)$/u, '７$1'),
          }
        : woman,
  },
  {
    story: 'elder-sister',
    month: month('2027-03'),
    shape: (life, { arrives }) => ({
      ...life,
      books: { ...life.books, when: 'after-recall-mail', afterDays: 2 },
      contacts: [calls(addDays(arrives, 12), 'complaint', { kind: 'complain' })],
    }),
  },
  {
    story: 'younger-sister',
    month: month('2027-03'),
    beside: 'elder-sister',
    woman: (woman, beside) =>
      beside
        ? {
            ...woman,
            postcode: beside.woman.postcode,
            address: beside.woman.address,
            building: beside.woman.building,
          }
        : woman,
    shape: (life, days, chance) => ({
      ...also(life, {
        kind: 'moved-within',
        on: addDays(days.posted, 30),
        known: addDays(days.posted, 36),
        home: home(chance),
      }),
      registers: life.registers && {
        ...life.registers,
        answers: { ...life.registers.answers, 'Q02-checkups': 'no', Q08: 'yes' },
      },
      books: {
        ...life.books,
        moves: { afterDays: 1, to: addDays(life.books.from, 4), channel: 'phone' },
      },
    }),
  },
];
