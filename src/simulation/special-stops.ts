import { addDays } from '../domain/basics/civil-date.ts';
import { also, calls, instead, month, told, type Special } from './special-life.ts';
import { home } from './town.ts';

/** Lives that are stopped by protection, by the ward, or by her own wish, and begun again or not. */
export const STOP_LIVES: readonly Special[] = [
  {
    story: 'protection-begins',
    month: month('2027-02'),
    shape: (life, { arrives }, chance) =>
      also(
        life,
        told('protection-started', addDays(arrives, 3), 2),
        told('mail-address-changed', addDays(arrives, 3), 16, { home: home(chance) }),
      ),
  },
  {
    story: 'protected-and-undecided',
    month: month('2027-02'),
    woman: (woman) => ({ ...woman, protected: true }),
    shape: (life, { listed }, chance) => ({
      ...also(life, told('mail-address-changed', listed, 4, { home: home(chance) })),
      listing: { ...life.listing, mailCode: '' },
    }),
  },
  {
    story: 'protected-through-the-ward',
    month: month('2026-10'),
    woman: (woman) => ({ ...woman, protected: true }),
    shape: (life, { arrives }) => ({
      ...also(
        life,
        // Never by list alone: the ward's recorded word and two people.
        told('protection-ended', addDays(arrives, 30), 4, {
          undone: { on: addDays(arrives, 40), ref: 'tel-end-protection' },
        }),
      ),
      listing: { ...life.listing, mailCode: '2' },
    }),
  },
  {
    story: 'stopped-by-the-ward',
    month: month('2026-12'),
    woman: (woman) => ({ ...woman, protected: true }),
    shape: (life, { arrives }, chance) => ({
      ...also(
        life,
        told('sending-stopped', arrives, 2, { undone: { on: addDays(arrives, 20), ref: 'tel-lift-stop' } }),
        told('stop-lifted', addDays(arrives, 19), 2),
      ),
      listing: { ...life.listing, mailCode: '1', mailTo: home(chance) },
    }),
  },
  {
    story: 'taken-off-the-list',
    month: month('2027-01'),
    woman: (woman) => ({ ...woman, protected: true }),
    shape: (life, { listed, arrives }) => ({
      ...instead(life, told('listing-cancelled', listed, 4)),
      listing: { ...life.listing, mailCode: '0' },
      registers: undefined,
      contacts: [
        calls(addDays(arrives, 5), 'other', { kind: 'impersonate' }, { from: 'stranger', points: ['name'] }),
      ],
    }),
  },
  {
    story: 'pauses-and-comes-back',
    month: month('2026-11'),
    shape: (life, { arrives }) => ({
      ...life,
      listing: { ...life.listing, fault: 'protection-blank' },
      contacts: [
        calls(addDays(arrives, 4), 'pause', { kind: 'pause', until: addDays(arrives, 60) }),
        calls(addDays(arrives, 18), 'pause', { kind: 'resume' }),
      ],
      registers: life.registers && { ...life.registers, afterDays: 16 },
    }),
  },
  {
    story: 'withdraws-after-the-visit-and-wants-the-package',
    month: month('2026-05'),
    shape: (life, { month8 }) => ({
      ...life,
      books: { ...life.books, from: addDays(month8.from, 3) },
      contacts: [calls(addDays(month8.from, 6), 'stop', { kind: 'withdraw', package: 'send' })],
    }),
  },
  {
    story: 'withdraws-after-the-visit-and-waits',
    month: month('2026-06'),
    shape: (life, { month8, arrives }) => ({
      ...life,
      books: { ...life.books, from: addDays(month8.from, 3) },
      contacts: [
        calls(addDays(arrives, 3), 'consultation', {
          kind: 'consult',
          topic: 'body',
          urgent: { class: 'u1', reason: 'bleeding' },
        }),
        calls(addDays(month8.from, 6), 'stop', { kind: 'withdraw', package: 'keep' }),
      ],
    }),
  },
  {
    story: 'withdraws-before-any-visit',
    month: month('2026-04'),
    shape: (life, { arrives }) => ({
      ...life,
      listing: { ...life.listing, fault: 'postcode-short' },
      contacts: [calls(addDays(arrives, 3), 'stop', { kind: 'withdraw', package: 'decline' })],
      registers: life.registers && { ...life.registers, afterDays: 30 },
    }),
  },
];
