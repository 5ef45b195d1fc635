import type { ReactNode } from 'react';
import { Ruby, withoutRuby } from './ruby.tsx';

export type FreeTime = {
  /** Sent under the `name` of the list. Without it the time is shown but cannot be taken here. */
  readonly value?: string | undefined;
  /** Seen: "10:00". */
  readonly text: string;
  /** Heard: "9月1日(火) 午前10時". */
  readonly spoken: string;
  /** Beside the time, such as "お電話で". */
  readonly note?: string | undefined;
  readonly chosen?: boolean | undefined;
};

export type FreeDay = {
  /** Anchor of the day; a calendar links to it. */
  readonly id: string;
  readonly heading: string;
  readonly note?: string | undefined;
  /** Morning and afternoon. A part without times says so in `none`. */
  readonly parts: readonly {
    readonly label: string;
    readonly times: readonly FreeTime[];
    readonly none?: string | undefined;
  }[];
  /** Folded away until she opens it. */
  readonly folded?: boolean | undefined;
};

export type DayListProps = {
  readonly name: string;
  readonly days: readonly FreeDay[];
  /** Level of the days' headings; 3 unless told. */
  readonly level?: 2 | 3 | undefined;
};

/** Free times by day; stands in a form, each time sends it. */
export function DayList({ name, days, level = 3 }: DayListProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className="days">
      {days.map((day) => {
        const heading = (
          <Heading>
            <Ruby text={day.heading} />
          </Heading>
        );
        const parts = <DayParts name={name} day={day} />;
        return day.folded ? (
          <details key={day.id} id={day.id} className="day">
            <summary>{heading}</summary>
            {parts}
          </details>
        ) : (
          <section key={day.id} id={day.id} className="day">
            {heading}
            {parts}
          </section>
        );
      })}
    </div>
  );
}

function DayParts({ name, day }: { readonly name: string; readonly day: FreeDay }): ReactNode {
  return (
    <>
      {day.note !== undefined && (
        <p className="hint">
          <Ruby text={day.note} />
        </p>
      )}
      {day.parts.map((part) => (
        <div key={part.label} className="part">
          <p>
            <Ruby text={part.label} />
          </p>
          {part.times.length > 0 ? (
            <ul>
              {part.times.map((time) => (
                <li key={time.text}>
                  <Time name={name} time={time} />
                </li>
              ))}
            </ul>
          ) : (
            <p>{part.none !== undefined && <Ruby text={part.none} />}</p>
          )}
        </div>
      ))}
    </>
  );
}

function Time({ name, time }: { readonly name: string; readonly time: FreeTime }): ReactNode {
  const seen = (
    <>
      {time.text}
      {time.note !== undefined && (
        <small>
          <Ruby text={time.note} />
        </small>
      )}
    </>
  );
  if (time.value === undefined) return <span className="time">{seen}</span>;
  const spoken = withoutRuby([time.spoken, time.note].filter((one) => one !== undefined).join(' '));
  return (
    <button type="submit" className="time" name={name} value={time.value} aria-pressed={time.chosen}>
      <span className="heard">{spoken}</span>
      <span aria-hidden="true">{seen}</span>
    </button>
  );
}
