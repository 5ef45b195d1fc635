import { dayOf, type CivilDate } from '../../domain/basics/civil-date.ts';
import { minutesOf } from '../../domain/booking/slot.ts';
import type { SlotOffer } from '../../domain/booking/slot-offer.ts';
import { dateIn } from '../../programmes/words/date-words.ts';
import type { FreeDay } from '../kit/still/day-list.tsx';
import type { OpenAsk } from './ask.ts';

/** The free times of one day, in the order of the offers. */
export type OfferedDay = {
  readonly date: CivilDate;
  readonly when: SlotOffer['when'];
  readonly offers: readonly SlotOffer[];
};

const NOON = 12 * 60;

/**
 * What may be taken here, by day. A day on or after the due date that she herself told warns too: the list's may be
 * another. Days after the due date are for the telephone and stand in no list (CHI-8.16-6, AMB-36).
 */
export function offeredDays(offers: readonly SlotOffer[], ownDue: string | undefined): readonly OfferedDay[] {
  const open = offers
    .filter(({ online }) => online !== 'call')
    .map((offer) =>
      offer.online === 'open' && ownDue && offer.date >= ownDue
        ? { ...offer, online: 'warn' as const }
        : offer,
    );
  const days = Map.groupBy(open, ({ date }) => date);
  return [...days].flatMap(([date, ofDay]) => {
    const [first] = ofDay;
    return first ? [{ date, when: first.when, offers: ofDay }] : [];
  });
}

/** A day as the list shows it: morning and afternoon. */
export function freeDay({ words, language, session }: OpenAsk, { date, offers }: OfferedDay): FreeDay {
  const { site, times } = words;
  const heading = dateIn(language, date);
  const part = (label: string, within: (minutes: number) => boolean) => ({
    label,
    none: times.notFree,
    times: offers
      .filter(({ start }) => within(minutesOf(start)))
      .map(({ slot, start }) => ({
        value: slot,
        text: start,
        // The time stands by itself: it is what is seen on the button.
        spoken: `${heading} ${start}`,
        chosen: session.own.hold?.slot === slot,
      })),
  });
  const note = offers.some(({ online }) => online === 'warn')
    ? times.warn
    : offers.some(({ online }) => online === 'notice')
      ? times.notice
      : undefined;
  return {
    id: `d${dayOf(date)}-${date.slice(0, 7)}`,
    heading,
    note,
    parts: [part(site.morning, (at) => at < NOON), part(site.afternoon, (at) => at >= NOON)],
  };
}
