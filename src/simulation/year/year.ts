import { addDays, date, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { Life } from '../life.ts';
import { eveningRound, type Breach } from './breaches.ts';
import { callCentre } from './call-centre.ts';
import { closingDesk } from './closing-desk.ts';
import { clockRoom } from './clock-room.ts';
import { counter, dispatch } from './dispatch.ts';
import type { Hands } from './hands.ts';
import { herPlans } from './her-plans.ts';
import type { TakenIn } from '../../exchange/intake/intake.ts';
import type { OpenedLetter } from '../../exchange/papers/open-letters.ts';
import { openPrintShop } from '../../exchange/papers/print-shop.ts';
import { openMailingRoom } from './mailing-room.ts';
import { managersDesk } from './managers-desk.ts';
import type { Office } from './office.ts';
import { overseasDesk } from './overseas-desk.ts';
import { overtakenMail } from './overtaken-mail.ts';
import { openPackageRoom } from './package-room.ts';
import { openPaperRoom } from './paper-room.ts';
import type { Papers } from './papers.ts';
import { parcelDesk } from './parcel-desk.ts';
import { peopleOf, type People } from './people.ts';
import { postOffice } from './postman.ts';
import { programmeDesk } from './programme-desk.ts';
import { residents } from './residents.ts';
import { openSlots } from './slots.ts';
import { setUpStaff } from './staff.ts';
import { surveyDesk } from './survey-desk.ts';
import { trackingNumbers } from './tracking-numbers.ts';
import { urgentDesk } from './urgent-desk.ts';
import { visitors } from './visitors.ts';
import { yearEnd } from './year-end.ts';
import { wardDesk } from './ward-desk.ts';
import { wardWindow } from './ward-window.ts';

export type YearWish = {
  readonly lives: readonly Life[];
  readonly seed: number;
  /** The last day that is lived; by default two years after the end of the contract. */
  readonly until?: CivilDate;
  /** From this day on the desks of the contractor rest: what the others do lies there for whoever opens the screens. */
  readonly deskRestsFrom?: CivilDate;
  /** How many threads set letters and papers; what they set does not depend on it. */
  readonly workers: number;
  /** Hears what became of each list of the ward. */
  readonly list?: ((taken: TakenIn) => void) | undefined;
  /** Hears which code stands on which copy. */
  readonly printed?: ((letters: readonly OpenedLetter[]) => void) | undefined;
  readonly progress?: (day: CivilDate, done: number, total: number) => void;
};

/** Two years after the contract: packages, rights, supplements and payments only. */
const YEARS_AFTER = 2;

/** What was seen while the year went by, and who lived it. */
export type YearSeen = { readonly breaches: readonly Breach[]; readonly people: People };

/** Lives the year: every office acts on its days at its time, in one fixed order, through the gate. */
export async function liveYear(hands: Hands, papers: Papers, wish: YearWish): Promise<YearSeen> {
  const breaches = new Map<string, Breach>();
  const { clock, book, rules } = hands;
  const { from, to } = rules.contract;
  const last = wish.until ?? yearsAfter(to, YEARS_AFTER);
  const people = peopleOf(wish.lives);
  const errands = herPlans(hands, people);
  const slots = openSlots();
  const shop = openPrintShop(hands.programme, wish.workers);
  const paperRoom = openPaperRoom(hands, papers, shop, wish.printed);
  const room = openMailingRoom(hands, paperRoom, trackingNumbers(wish.seed));
  const packages = openPackageRoom(hands, room);
  const ward = wardWindow(
    hands,
    people,
    { papers, room: paperRoom, told: wish.list },
    { seed: wish.seed, lives: wish.lives },
  );
  const offices: readonly Office[] = [
    clockRoom(hands, people),
    postOffice(hands, people),
    ward,
    dispatch(hands, ward, { room, packages }),
    counter(hands, room),
    callCentre(hands, errands, slots),
    parcelDesk(hands, people, '10:00'),
    parcelDesk(hands, people, '11:30'),
    managersDesk(hands, people),
    overtakenMail(hands, '15:45'),
    overtakenMail(hands, '17:10'),
    wardDesk(hands, people),
    programmeDesk(hands, packages),
    surveyDesk(hands),
    yearEnd(hands, packages, last),
    visitors(hands, people),
    closingDesk(hands, paperRoom),
    overseasDesk(hands, paperRoom),
    eveningRound(hands, breaches),
    residents(hands, errands, slots),
    ...urgentDesk(hands, ['09:50', '11:20', '17:05', '20:45']),
  ].toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));

  try {
    clock.set(from, '08:00');
    await setUpStaff(hands);
    await packages.receiveStock();
    const tell = () => {
      for (const fact of book.fresh()) {
        slots.hear(fact);
        errands.hear(fact);
        for (const office of offices) office.hear?.(fact);
      }
    };
    tell();
    let done = 0;
    const total = daysFrom(from, last);
    for (let day = from; day <= last; day = addDays(day, 1)) {
      for (const office of offices) {
        if (!office.open(day)) continue;
        if (wish.deskRestsFrom && day >= (isLate(office) ? last : wish.deskRestsFrom) && isDesk(office))
          continue;
        clock.set(day, office.time);
        await office.work();
        tell();
      }
      done += 1;
      wish.progress?.(day, done, total);
    }
    await paperRoom.finished();
    return { breaches: [...breaches.values()], people };
  } finally {
    await shop.end();
  }
}

/** The rooms whose work is done at a screen of ours. */
const DESKS = [
  'call-centre',
  'managers-desk',
  'dispatch',
  'counter',
  'parcel-desk',
  'overtaken-mail',
  'visitors',
];

/** Who visits is decided until the last day, or the visitors would find nothing on theirs. */
function isLate({ name }: Office): boolean {
  return name === 'managers-desk';
}

function isDesk({ name }: Office): boolean {
  return DESKS.some((desk) => name.startsWith(desk));
}

function daysFrom(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) count += 1;
  return count;
}

function yearsAfter(day: CivilDate, years: number): CivilDate {
  return date(`${Number(day.slice(0, 4)) + years}${day.slice(4)}`);
}
