import { addDays } from '../domain/basics/civil-date.ts';
import { checklistAnswers, parentsStay, questionnaireAnswers, WRONG_MAILBOX } from './her-answers.ts';
import { also, calls, instead, month, told, type Special } from './special-life.ts';

/** Lives whose talk or package takes another course, and women who come to the list another way. */
export const VISIT_LIVES: readonly Special[] = [
  {
    story: 'only-others-at-home',
    month: month('2026-05'),
    woman: (woman) => ({ ...woman, name: '德永　みづき', kana: 'トクナガ　ミヅキ', language: '日本語' }),
    shape: (life, { residence }) => ({
      ...life,
      listing: { ...life.listing, fault: 'columns-swapped', residentSince: residence },
      visit: { ...life.visit, attempts: ['others-only', 'met'], againAfterDays: 5 },
    }),
  },
  {
    story: 'abroad-and-back-within-the-year',
    month: month('2026-07'),
    shape: (life, { month8 }) => ({
      ...life,
      books: { ...life.books, from: addDays(month8.to, -7) },
      visit: { ...life.visit, attempts: ['visitor-side', 'met'], againAfterDays: 2 },
      away: [{ why: 'abroad', from: addDays(month8.to, 4), until: addDays(month8.from, 220) }],
      contacts: [calls(addDays(month8.from, 224), 'package', { kind: 'tell-back-in-japan' })],
    }),
  },
  {
    story: 'abroad-and-back-too-late',
    month: month('2026-08'),
    shape: (life, { month8 }) => ({
      ...life,
      books: { ...life.books, from: addDays(month8.to, -5) },
      away: [{ why: 'abroad', from: addDays(month8.to, 4), until: addDays(month8.to, 400) }],
      contacts: [calls(addDays(month8.to, 405), 'package', { kind: 'tell-back-in-japan' })],
    }),
  },
  {
    story: 'with-her-parents-online',
    month: month('2026-08'),
    woman: (woman) => ({ ...woman, phone: '', toTalkTo: 1 }),
    shape: (life, { due }, chance) => {
      const stay = parentsStay(due, chance);
      return {
        // The ward takes the flag back after the talk, which was one of follow-up (AMB-46).
        ...also(life, told('follow-up-cancelled', addDays(life.books.from, 24), 2)),
        away: [{ why: 'parents', ...stay }],
        registers: life.registers && {
          ...life.registers,
          answers: questionnaireAnswers(life.woman, chance, stay),
        },
        books: { ...life.books, mode: 'online', reason: 'satogaeri' },
        visit: {
          ...life.visit,
          checklist: checklistAnswers(chance, true),
          consultations: [{ asker: 'woman', category: 'mood' }],
          // The picture failed, and they went on by telephone.
          mistake: { field: 'mode', to: 'phone' },
        },
      };
    },
  },
  {
    story: 'in-hospital-then-by-phone',
    month: month('2026-11'),
    shape: (life, { month8 }, chance) => ({
      ...life,
      away: [{ why: 'hospital', from: addDays(month8.from, 2), until: addDays(month8.to, 5) }],
      books: { ...life.books, mode: 'phone', reason: 'hospital', from: addDays(month8.from, 8) },
      visit: {
        ...life.visit,
        attempts: ['hospital', 'met'],
        againAfterDays: 4,
        checklist: checklistAnswers(chance, true),
      },
    }),
  },
  {
    story: 'package-returned-twice-asked-in-time',
    month: month('2026-09'),
    woman: (woman) => ({
      ...woman,
      name: 'WICKREMASINGHE ARACHCHIGE DONA SAMPLE MIHONIKA PERERA',
      kana: 'ウィクラマシンハ アーラッチゲ ドナ サンプル ミホニカ ペレラ',
      commonName: '見本　美香',
      language: 'シンハラ語',
    }),
    shape: (life) => ({
      ...life,
      packages: [
        { end: 'returned', afterDays: 9, reason: 'storage-expired' },
        { end: 'returned', afterDays: 9, reason: 'storage-expired' },
        { end: 'received', afterDays: 2 },
      ],
      redispatch: [{ daysAfterTalk: 300, channel: 'phone', home: undefined }],
    }),
  },
  {
    story: 'package-returned-twice-asked-too-late',
    month: month('2026-10'),
    // The list of that month is in UTF-8 and can hold this character.
    woman: (woman) => ({ ...woman, name: '𠮷田　友里恵', kana: 'ヨシダ　ユリエ', language: '日本語' }),
    shape: (life) => ({
      ...life,
      packages: [{ end: 'returned', afterDays: 9, reason: 'unknown-address' }],
      redispatch: [{ daysAfterTalk: 370, channel: 'phone', home: undefined }],
    }),
  },
  {
    story: 'bleeding-in-an-answer',
    month: month('2027-02'),
    shape: (life) => ({
      ...life,
      registers: life.registers && {
        ...life.registers,
        answers: { ...life.registers.answers, Q03: ['bleeding'] },
      },
    }),
  },
  {
    story: 'designated-by-the-ward',
    month: month('2027-02'),
    woman: (woman) => ({ ...woman, due: addDays(woman.due, -40), notified: addDays(woman.due, -200) }),
    shape: (life) => ({
      ...life,
      listing: { ...life.listing, origin: 'designated', scope: ['notice', 'visit', 'resend', 'package'] },
      books: { ...life.books, from: addDays(life.woman.due, -40), period: 'late' },
    }),
  },
  {
    story: 'first-pregnancy-of-two',
    month: month('2026-04'),
    shape: (life) => instead(life, told('loss', addDays(life.books.from, 4), 3)),
  },
  {
    story: 'second-pregnancy',
    month: month('2027-03'),
    beside: 'first-pregnancy-of-two',
    woman: (woman, beside) =>
      beside ? { ...beside.woman, number: woman.number, due: woman.due, notified: woman.notified } : woman,
    shape: (life, _days, _chance, beside) => ({ ...life, ...(beside ? { again: beside.id } : {}) }),
  },
  {
    story: 'eighteen-and-asked-late',
    month: month('2026-10'),
    woman: (woman) => ({ ...woman, birthDate: addDays(woman.due, -6800), firstBirth: true }),
    shape: (life, { due }) => ({
      ...also(life, told('follow-up-decided', addDays(life.books.from, -12), 1)),
      registers: life.registers && { ...life.registers, email: `${WRONG_MAILBOX}18@example.jp` },
      books: { ...life.books, from: addDays(due, -38), period: 'late' },
      visit: {
        ...life.visit,
        urgent: { class: 'u2', reason: 'low-mood' },
        consultations: [
          { asker: 'woman', category: 'money' },
          { asker: 'family', category: 'feeding' },
        ],
      },
    }),
  },
];
