import type { ReactNode } from 'react';
import { Ruby, withoutRuby } from './ruby.tsx';

export type CalendarPart = {
  /** Seen, short: "前○", "am –". */
  readonly text: string;
  /** Heard: "午前 空きあり". */
  readonly spoken: string;
  readonly free: boolean;
};

export type CalendarDay = {
  /** Seen: "14". */
  readonly day: string;
  /** Heard: "9月14日(月)". */
  readonly spoken: string;
  /** Where its times are; nothing when there are none. */
  readonly href?: string | undefined;
  /** Morning and afternoon; none on a closed day. */
  readonly parts: readonly CalendarPart[];
  readonly chosen?: boolean | undefined;
};

export type MonthCalendarProps = {
  /** "2026年9月". */
  readonly caption: string;
  /** What the signs mean, above the table. */
  readonly legend?: string | undefined;
  readonly weekdays: readonly { readonly text: string; readonly spoken: string }[];
  /** Rows of seven; nothing where the month has no day. */
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
};

/** The free times of a month as a table; a day leads to its times. */
export function MonthCalendar({ caption, legend, weekdays, weeks }: MonthCalendarProps): ReactNode {
  return (
    <table className="month">
      <caption>
        <Ruby text={caption} />
        {legend !== undefined && (
          <span className="hint">
            <Ruby text={legend} />
          </span>
        )}
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday.text} scope="col" abbr={withoutRuby(weekday.spoken)}>
              {withoutRuby(weekday.text)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={row}>
            {week.map((day, column) => (
              <td key={day?.day ?? `none-${column}`}>{day && <Day day={day} />}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { readonly day: CalendarDay }): ReactNode {
  const words = (
    <>
      <span className="heard">
        {withoutRuby([day.spoken, ...day.parts.map(({ spoken }) => spoken)].join(' '))}
      </span>
      <span aria-hidden="true">
        <b>{day.day}</b>
        {day.parts.map((part) => (
          <i key={part.text} className={part.free ? 'free' : undefined}>
            {part.text}
          </i>
        ))}
      </span>
    </>
  );
  if (day.href === undefined) return <div>{words}</div>;
  return (
    <a href={day.href} aria-current={day.chosen ? 'date' : undefined}>
      {words}
    </a>
  );
}
