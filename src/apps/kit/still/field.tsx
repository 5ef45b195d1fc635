import type { ReactNode } from 'react';
import { describedBy, HintAndError, LabelWords, questionClass, type FieldWords } from './field-words.tsx';

export type FieldProps = FieldWords & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'tel' | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'tel' | undefined;
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number | undefined;
  /** How wide the answer is: 4, 12 or any number of characters. */
  readonly width?: 'short' | 'middle' | 'full' | undefined;
  /** Codes and numbers: no capitals, no correction by the phone, letters of one width. */
  readonly exact?: boolean | undefined;
  /** Where what she writes is in another language than the page. */
  readonly lang?: string | undefined;
};

/** One line to write in: label above, hint and error between label and line. */
export function Field(props: FieldProps): ReactNode {
  const { name, id = name, width = 'full', exact, error } = props;
  const label = (
    <label htmlFor={id} className={props.heading ? undefined : 'label'}>
      <LabelWords of={{ ...props, heading: false }} />
    </label>
  );
  return (
    <div className={questionClass(props)}>
      {props.heading ? <h1>{label}</h1> : label}
      <HintAndError of={props} id={id} />
      <input
        id={id}
        name={name}
        className={exact ? `${width} exact` : width}
        type={props.type ?? 'text'}
        inputMode={props.inputMode}
        defaultValue={props.value}
        autoComplete={props.autoComplete ?? 'off'}
        maxLength={props.maxLength}
        lang={props.lang}
        autoCapitalize={exact ? 'characters' : undefined}
        autoCorrect={exact ? 'off' : undefined}
        spellCheck={exact ? false : undefined}
        aria-describedby={describedBy(props, id)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
