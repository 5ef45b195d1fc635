import type { ReactNode } from 'react';
import { describedBy, HintAndError, LabelWords, questionClass, type FieldWords } from './field-words.tsx';
import { Ruby } from './ruby.tsx';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Where the label is in another language than the page. */
  readonly lang?: string | undefined;
  /** Shown while this is chosen: a word of care, or the questions that follow from it. */
  readonly note?: ReactNode;
};

export type ChoicesProps = FieldWords & {
  /** One answer (radio buttons) or any number (checkboxes). */
  readonly pick: 'one' | 'many';
  readonly options: readonly Choice[];
};

/** Answers to choose from, each as wide as the page. The first carries the id of the question. */
export function Choices(props: ChoicesProps): ReactNode {
  const { name, id = name, pick, options, error } = props;
  return (
    <fieldset
      className={questionClass(props)}
      role={pick === 'one' ? 'radiogroup' : undefined}
      aria-labelledby={pick === 'one' ? `${id}-legend` : undefined}
      aria-describedby={describedBy(props, id)}
      aria-invalid={pick === 'one' && error !== undefined ? true : undefined}
    >
      <legend id={pick === 'one' ? `${id}-legend` : undefined}>
        <LabelWords of={props} />
      </legend>
      <HintAndError of={props} id={id} />
      {options.map((option, index) => (
        <Option
          key={option.value}
          of={option}
          id={index === 0 ? id : `${id}-${index + 1}`}
          name={name}
          pick={pick}
          wrong={error !== undefined}
        />
      ))}
    </fieldset>
  );
}

function Option(props: {
  readonly of: Choice;
  readonly id: string;
  readonly name: string;
  readonly pick: ChoicesProps['pick'];
  readonly wrong: boolean;
}): ReactNode {
  const { of, id, name, pick, wrong } = props;
  return (
    <div className="choice">
      <input
        id={id}
        type={pick === 'one' ? 'radio' : 'checkbox'}
        name={name}
        value={of.value}
        defaultChecked={of.checked}
        disabled={of.disabled}
        aria-describedby={of.hint === undefined ? undefined : `${id}-hint-own`}
        aria-invalid={wrong && pick === 'many' ? true : undefined}
      />
      <label htmlFor={id} lang={of.lang}>
        <Ruby text={of.label} />
      </label>
      {of.hint !== undefined && (
        <p className="hint" id={`${id}-hint-own`}>
          <Ruby text={of.hint} />
        </p>
      )}
      {of.note !== undefined && <div className="then">{of.note}</div>}
    </div>
  );
}
