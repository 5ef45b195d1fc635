import type { ReactNode } from 'react';
import { describedBy, HintAndError, LabelWords, questionClass, type FieldWords } from './field-words.tsx';
import { Ruby } from './ruby.tsx';

export type DatePart = 'year' | 'month' | 'day';

export type DateFieldsProps = FieldWords & {
  /** The words 年, 月, 日. */
  readonly parts: Readonly<Record<DatePart, string>>;
  /** As she wrote them, also when they are no date. Sent as `name-year`, `name-month`, `name-day`. */
  readonly value?: Readonly<Partial<Record<DatePart, string>>> | undefined;
  /** The parts that the error is about; all of them unless told. */
  readonly wrong?: readonly DatePart[] | undefined;
  readonly autoComplete?: 'bday' | undefined;
  /** Below the fields, such as a table of eras (昭和60年 = 1985年). */
  readonly children?: ReactNode;
};

/** A date in three fields: year, month, day, so that no phone opens a calendar for a date of birth. */
export function DateFields(props: DateFieldsProps): ReactNode {
  const { name, id = name, error, parts, value = {}, wrong = PARTS, autoComplete } = props;
  return (
    <fieldset className={questionClass(props)} aria-describedby={describedBy(props, id)}>
      <legend>
        <LabelWords of={props} />
      </legend>
      <HintAndError of={props} id={id} />
      <div className="date">
        {PARTS.map((part) => (
          <div key={part}>
            <label htmlFor={partId(id, part)}>
              <Ruby text={parts[part]} />
            </label>
            <input
              id={partId(id, part)}
              name={`${name}-${part}`}
              inputMode="numeric"
              maxLength={part === 'year' ? 8 : 4}
              defaultValue={value[part]}
              autoComplete={autoComplete === undefined ? 'off' : `${autoComplete}-${part}`}
              aria-invalid={error !== undefined && wrong.includes(part) ? true : undefined}
            />
          </div>
        ))}
      </div>
      {props.children}
    </fieldset>
  );
}

const PARTS = ['year', 'month', 'day'] as const;

/** The year carries the id of the question, so that the error summary jumps to it. */
function partId(id: string, part: DatePart): string {
  return part === 'year' ? id : `${id}-${part}`;
}
