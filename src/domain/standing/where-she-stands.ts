import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { VisitMode } from '../facts/booking.ts';
import { stopsOn, type StopWord } from './what-stops-what.ts';

/** The one thing to know first about a case; the sentence stands in `programmes/words/standing.ts`. */
export type WhereSheStands =
  | { readonly at: 'stopped'; readonly by: StopWord; readonly on?: CivilDate; readonly until?: CivilDate }
  | { readonly at: 'visited'; readonly on: CivilDate; readonly mode: VisitMode; readonly package: PackageAt }
  | {
      readonly at: 'booked';
      readonly on: CivilDate;
      readonly mode: VisitMode;
      readonly assigned: boolean;
      readonly slot: string;
    }
  | { readonly at: 'closed'; readonly on: CivilDate }
  | { readonly at: 'missed'; readonly on: CivilDate }
  | { readonly at: 'applied'; readonly on: CivilDate }
  | { readonly at: 'registered'; readonly on: CivilDate }
  | { readonly at: 'letter'; readonly status: 'posted' | 'delivered' | 'returned'; readonly on: CivilDate }
  | { readonly at: 'waiting' };

export type PackageAt = 'none' | 'waits' | 'owed' | 'on-its-way' | 'received';

/** Stops that end a story by themselves, so that they stand before everything that was reached earlier. */
const FIRST: readonly StopWord[] = [
  'not-opened',
  'woman-died',
  'loss',
  'protection',
  'ward-stop',
  'hold',
  'withdrawal',
  'moved-out',
  'pause',
];

/** Where a woman stands on a day, in one thing: what stops her, or the furthest step she has come. */
export function whereSheStands(
  { standing, visits, bookings, registration, mail, benefit }: CaseState,
  today: CivilDate,
): WhereSheStands {
  const by = stopsOn(standing, today).find((word) => FIRST.includes(word));
  if (by)
    return {
      at: 'stopped',
      by,
      ...(by === 'pause' && standing.paused ? { until: standing.paused.until } : {}),
    };
  const { completed } = visits;
  if (completed) {
    return { at: 'visited', on: completed.date, mode: completed.mode, package: packageAt() };
  }
  if (standing.closed !== undefined && standing.closedOn) return { at: 'closed', on: standing.closedOn };
  const { active } = bookings;
  if (active) {
    return {
      at: 'booked',
      on: active.date,
      mode: active.mode,
      slot: active.slot,
      assigned: active.visitor !== undefined,
    };
  }
  const missed = visits.missed.at(-1);
  if (missed) return { at: 'missed', on: missed.date };
  if (registration.answered) return { at: 'applied', on: registration.answered.on };
  if (registration.registeredOn) return { at: 'registered', on: registration.registeredOn };
  const letter = mail.pieces.findLast(
    ({ status }) => status === 'posted' || status === 'delivered' || status === 'returned',
  );
  if (letter?.status === 'posted' || letter?.status === 'delivered' || letter?.status === 'returned')
    return { at: 'letter', status: letter.status, on: letter.on };
  return { at: 'waiting' };

  function packageAt(): PackageAt {
    const parcels = mail.pieces.filter(({ kind }) => kind.startsWith('package'));
    if (parcels.some(({ status }) => status === 'delivered')) return 'received';
    if (parcels.some(({ status }) => status === 'posted')) return 'on-its-way';
    if (benefit.entitlement?.to === 'withheld' || benefit.expired) return 'none';
    return benefit.heldFor || !benefit.entitlement ? 'waits' : 'owed';
  }
}
