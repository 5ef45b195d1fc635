import { addDays, weekday, type CivilDate } from '../../domain/basics/civil-date.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import { isProgrammeDay, programmeDayNotAfter } from '../../domain/calendar/programme-days.ts';
import { dispatchDates } from '../../domain/calendar/reporting.ts';
import type { Hands } from './hands.ts';
import type { MailingRoom } from './mailing-room.ts';
import type { Office } from './office.ts';
import type { PackageRoom } from './package-room.ts';
import type { WardWindow } from './ward-window.ts';

const THURSDAY = 4;

/**
 * The days on which something leaves the house: the letters of the month by its middle (CHI-8.1-5), packages once a week
 * (CHI-8.4-4). Nothing leaves without the ward's word of the same morning.
 */
export function dispatch(
  hands: Hands,
  ward: WardWindow,
  { room, packages }: { readonly room: MailingRoom; readonly packages: PackageRoom },
): Office {
  const { mailing, contract, eligibility } = hands.rules;
  const isLetterDay = (day: CivilDate) =>
    day === dispatchDates(monthContaining(day), mailing.dispatch, mailing.calendar).target;
  const isPackageDay = (day: CivilDate) => day === weekday4(day, hands);
  return {
    name: 'dispatch',
    time: '10:30',
    open: (day) => isProgrammeDay(day, mailing.calendar) && (isLetterDay(day) || isPackageDay(day)),
    work: async () => {
      const today = hands.clock.today();
      // The lists are drawn up before the ward is asked: whom its word reaches is dropped from the batch, with the reason.
      const what = isLetterDay(today) ? 'all' : 'left-over';
      const owed = await packages.drawList();
      const letters = today <= eligibility.sending.to;
      if (owed.length === 0 && !letters && !(today <= addDays(contract.to, 31) && ward.hasNews())) return;
      const drawn = letters ? await room.drawList(what) : [];
      const word = await ward.freshWord();
      if (letters) await room.dispatchMonth(word, what, drawn);
      await packages.sendWeek(word, owed);
    },
  };
}

/** Thursday of the week, or the last open day before it. */
function weekday4(day: CivilDate, { rules }: Hands): CivilDate {
  const thursday = addDays(day, THURSDAY - weekday(day));
  return programmeDayNotAfter(thursday, rules.mailing.calendar);
}

/** The counter of the post office, in the afternoon of every day on which something was made ready. */
export function counter(hands: Hands, room: MailingRoom): Office {
  return {
    name: 'counter',
    time: '16:10',
    open: (day) => isProgrammeDay(day, hands.rules.mailing.calendar),
    work: room.leaveHouse,
  };
}
