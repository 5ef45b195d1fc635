import { z } from 'zod';
import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import { duePackage, type NoPackage, type PackageKind } from '../../domain/benefits/due-package.ts';
import { serialRanges, type SerialRange } from '../../domain/benefits/serial-range.ts';
import { oneYearLimit } from '../../domain/calendar/one-year.ts';
import { programmeDaysSince } from '../../domain/calendar/programme-days.ts';
import { roles } from '../../security/access.ts';
import { findOwedBenefits } from '../../store/questions/benefits.ts';
import { foldCases } from '../../store/questions/lists.ts';
import {
  heldBenefits,
  lastCount,
  packagePieces,
  safeSets,
  setsOutside,
  type PackagePiece,
} from '../../store/questions/package-room.ts';
import { question, type Question } from '../question.ts';

const ROOM = roles('mailing-clerk', 'responsible-manager', 'work-supervisor');

/** What a package that is owed does next, as the mailing room may know it: of a stop only that there is one. */
export type PackageNext = PackageKind | 'next-month' | 'awaiting-her-request' | 'stopped';

export type OwedPackage = {
  readonly case: CaseId;
  readonly dueBy: CivilDate | null;
  /** Programme days left, today not counted; below zero when it is late (CHI-8.4-3). */
  readonly daysLeft: number | null;
  readonly next: PackageNext;
  /** Absent for who may not see it. */
  readonly name?: string;
};

/** `package.due`: packages that are owed, the most urgent first, and with which batch each leaves. */
export const packagesDue = question({
  name: 'package.due',
  says: 'List packages that are owed, whose, the days left of each and with which batch it leaves; no reason of a stop',
  schema: z.strictObject({}),
  who: { allowed: [...ROOM, ...roles('ward-staff')] },
  reading: 'listed',
  opens: ['identity.name'],
  purpose: 'package',
  find: async ({ reader, rules, today }) => {
    const owed = (await findOwedBenefits(reader, undefined)).filter(({ state }) => state === 'owed');
    const states = await foldCases(
      reader,
      owed.map((one) => one.case),
    );
    return owed.flatMap(({ case: id, dueBy }) => {
      const state = states.get(id);
      if (!state) return [];
      const due = duePackage(state, today, rules);
      const next = due.due ? due.kind : mayKnow(due.why);
      return next ? [{ subject: id, case: id, dueBy, daysLeft: daysLeft(today, dueBy), next }] : [];
    });

    function daysLeft(from: CivilDate, to: CivilDate | null): number | null {
      if (to === null) return null;
      const { calendar } = rules.benefits;
      return to >= from ? programmeDaysSince(from, to, calendar) : -programmeDaysSince(to, from, calendar);
    }
  },
  show: (rows, fields): readonly OwedPackage[] =>
    rows.map((row) => {
      const { subject: _subject, ...shown } = row;
      const name = fields(row)['identity.name'];
      return { ...shown, ...(name === undefined ? {} : { name }) };
    }),
});

function mayKnow(why: NoPackage): PackageNext | undefined {
  switch (why) {
    case 'next-month':
    case 'awaiting-her-request':
      return why;
    case 'received':
    case 'on-its-way':
    case 'expired':
    case 'not-entitled':
    case 'held':
      return undefined;
    default:
      return 'stopped';
  }
}

/** `package.held`: packages that wait for the ward or for her return, why, and until when she may report (CHI-8.8-10). */
export const packagesHeld = question({
  name: 'package.held',
  says: 'List packages that are held, why, and the last day on which she may report',
  schema: z.strictObject({}),
  who: { allowed: roles('responsible-manager', 'operator', 'ward-staff') },
  reading: 'listed',
  opens: [],
  purpose: 'package',
  find: async ({ reader, rules }) =>
    (await heldBenefits(reader)).map((row) => ({
      ...row,
      subject: row.case,
      until: oneYearLimit(row.interviewOn, rules.benefits.oneYear),
    })),
  show: (rows) => rows.map(({ subject: _subject, ...row }) => row),
});

/** `package.pieces`: printed sheets that wait for their vouchers, packed ones, and packages that came back, with serials. */
export const packagePiecesShown = question({
  name: 'package.pieces',
  says: 'List address sheets to be packed, packed ones, and packages that came back with their voucher sets',
  schema: z.strictObject({}),
  who: { allowed: ROOM },
  reading: 'listed',
  opens: ['identity.name', 'identity.printName'],
  purpose: 'package',
  find: async ({ reader }) =>
    (await packagePieces(reader, [...IN_HAND, ...BACK])).map((row) => ({ ...row, subject: row.case })),
  show: (rows, fields) => {
    const named = rows.map((row) => {
      const { subject: _subject, ...piece } = row;
      const opened = fields(row);
      return { ...piece, name: opened['identity.printName'] ?? opened['identity.name'] ?? '' };
    });
    const of = (states: readonly string[], packed: boolean): readonly NamedPackage[] =>
      named.filter(({ status, serials }) => states.includes(status) && serials.length > 0 === packed);
    return { toPack: of(IN_HAND, false), packed: of(IN_HAND, true), back: of(BACK, true) };
  },
});

export type NamedPackage = PackagePiece & { readonly name: string };

const IN_HAND: readonly string[] = ['printed'];
const BACK: readonly string[] = ['returned', 'voided', 'withdrawn'];

export type SafeStretch = SerialRange & { readonly expiry: CivilDate };

/** `stock.safe`: received = in + out + destroyed, where those outside are, the last count, and the serials in the safe. */
export const safeShown = question({
  name: 'stock.safe',
  says: 'Show the balance of the voucher safe: what lies in it by serial, where the rest is, and the last count',
  schema: z.strictObject({}),
  who: { allowed: [...ROOM, ...roles('ward-staff', 'auditor')] },
  reading: 'none',
  opens: [],
  purpose: 'custody',
  find: async ({ reader }) => {
    const [sets, outside, counted] = await Promise.all([
      safeSets(reader),
      setsOutside(reader),
      lastCount(reader),
    ]);
    return [{ sets, outside, counted }];
  },
  show: ([found], _fields, _input, { rules, today }) => {
    const sets = found?.sets ?? [];
    const count = (status: string) => sets.filter((one) => one.status === status).length;
    const inSafe = sets.filter(({ status }) => status === 'in');
    const { worth, setsPerPackage, minMonthsLeft } = rules.benefits;
    const lasting = addDays(today, minMonthsLeft * 30);
    const stretches: readonly SafeStretch[] = [...Map.groupBy(inSafe, ({ expiry }) => expiry)].flatMap(
      ([expiry, same]) =>
        serialRanges(same.map(({ serial }) => serial)).map((range) => ({ ...range, expiry })),
    );
    return {
      received: sets.length,
      inSafe: inSafe.length,
      out: count('out'),
      destroyed: count('destroyed'),
      outside: found?.outside ?? [],
      counted: found?.counted,
      stretches,
      /** To be sent next, the one that expires first in front; those that expire too soon are not among them. */
      next: inSafe
        .filter(({ expiry }) => expiry >= lasting)
        .map(({ serial, expiry }) => ({ serial, expiry })),
      tooOld: inSafe.filter(({ expiry }) => expiry < lasting).length,
      setsPerPackage,
      /** Yen of one set. */
      worth: worth / setsPerPackage,
    };
  },
});

/** What the room of the packages asks. */
export const packageRoomQuestions: readonly Question[] = [
  packagesDue,
  packagesHeld,
  packagePiecesShown,
  safeShown,
];
