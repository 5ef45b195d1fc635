import type { ReactNode } from 'react';
import { describedBy, HintAndError, LabelWords, questionClass, type FieldWords } from './field-words.tsx';

export type TextAreaProps = FieldWords & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
};

/** Several lines to write in. */
export function TextArea(props: TextAreaProps): ReactNode {
  const { name, id = name, error } = props;
  const label = (
    <label htmlFor={id} className={props.heading ? undefined : 'label'}>
      <LabelWords of={{ ...props, heading: false }} />
    </label>
  );
  return (
    <div className={questionClass(props)}>
      {props.heading ? <h1>{label}</h1> : label}
      <HintAndError of={props} id={id} />
      <textarea
        id={id}
        name={name}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        defaultValue={props.value}
        autoComplete="off"
        aria-describedby={describedBy(props, id)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
