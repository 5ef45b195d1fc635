import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { BookingId, CaseId, SlotId } from '../../domain/basics/ids.ts';
import type { DateRange } from '../../domain/calendar/date-range.ts';
import type { VisitMode } from '../../domain/facts/booking.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';

/** A date that a woman holds, before anything of her is opened. */
export type BookingRow = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly booking: BookingId;
  readonly slot: SlotId;
  readonly date: CivilDate;
  readonly start: string;
  readonly mode: VisitMode;
  readonly attempt: number;
  readonly followUp: boolean;
  readonly visitor?: string;
  /** What is known now would not allow it any more, or its day fell out. */
  readonly askAgain: boolean;
  /** Of her case, as it was shown: a command that names it finds out whether somebody was quicker. */
  readonly version: number;
  /** Her place stands on no sheet (AMB-56). */
  readonly protected: boolean;
};

const COLUMNS = `b.booking, b."case", b.slot, b.date, b.start, b.mode, b.attempt, b.follow_up, b.visitor,
  (b.ask_again or d.closed is not null) as ask_again, h.version,
  (select c.protected from p_case c where c."case" = b."case") as protected
  from p_booking b join stream_head h on h.stream = 'case:' || b."case" left join p_day d on d.date = b.date`;

const OF_DAY: Statement = {
  name: 'bookings-of-day',
  text: `select ${COLUMNS} where b.date = $1 order by b.start, b.booking`,
};

const BETWEEN: Statement = {
  name: 'bookings-between',
  text: `select ${COLUMNS} where b.date between $1 and $2 order by b.date, b.start, b.booking`,
};

const DAYS_OF_VISITOR: Statement = {
  name: 'days-of-visitor',
  text: 'select date, "case" from p_booking where visitor = $1 and date >= $2 order by date, start',
};

const OF_VISITOR: Statement = {
  name: 'bookings-of-visitor',
  text: `select ${COLUMNS} where b.date = $1 and b.visitor = $2 order by b.start, b.booking`,
};

const TO_REBOOK: Statement = {
  name: 'bookings-to-rebook',
  text: `select ${COLUMNS} where b.date >= $1 and (b.ask_again or d.closed is not null)
         order by b.date, b.start, b.booking`,
};

export async function bookingsOfDay(reader: Reader, day: CivilDate): Promise<readonly BookingRow[]> {
  return (await reader.rows(OF_DAY, [day])).map(bookingRow);
}

/** Everybody who is booked in a range of days, in order. */
export async function bookingsBetween(reader: Reader, range: DateRange): Promise<readonly BookingRow[]> {
  return (await reader.rows(BETWEEN, [range.from, range.to])).map(bookingRow);
}

/** The visits of a visitor from a day on, as far as when they are. */
export async function daysOfVisitor(
  reader: Reader,
  visitor: string,
  from: CivilDate,
): Promise<readonly { readonly case: CaseId; readonly date: CivilDate }[]> {
  const rows = await reader.rows(DAYS_OF_VISITOR, [visitor, from]);
  return rows.map((row) => ({ case: text(row, 'case') as CaseId, date: text(row, 'date') as CivilDate }));
}

export async function bookingsOfVisitor(
  reader: Reader,
  day: CivilDate,
  visitor: string,
): Promise<readonly BookingRow[]> {
  return (await reader.rows(OF_VISITOR, [day, visitor])).map(bookingRow);
}

/** Dates from a day on that somebody has to call about: the day fell out, or she may no longer be visited on it. */
export async function bookingsToRebook(reader: Reader, from: CivilDate): Promise<readonly BookingRow[]> {
  return (await reader.rows(TO_REBOOK, [from])).map(bookingRow);
}

function bookingRow(row: Row): BookingRow {
  const id = text(row, 'case') as CaseId;
  return {
    case: id,
    subject: id,
    booking: text(row, 'booking') as BookingId,
    slot: text(row, 'slot') as SlotId,
    date: text(row, 'date') as CivilDate,
    start: text(row, 'start'),
    mode: text(row, 'mode') as VisitMode,
    attempt: whole(row, 'attempt'),
    followUp: truth(row, 'follow_up'),
    ...(row['visitor'] === null ? {} : { visitor: text(row, 'visitor') }),
    askAgain: truth(row, 'ask_again'),
    version: whole(row, 'version'),
    protected: truth(row, 'protected'),
  };
}
