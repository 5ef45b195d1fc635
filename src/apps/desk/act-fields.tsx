import { Fragment, type ReactNode } from 'react';
import { Choices } from '../kit/still/choices.tsx';
import { Field } from '../kit/still/field.tsx';
import {
  describedBy,
  HintAndError,
  LabelWords,
  questionClass,
  type FieldWords,
} from '../kit/still/field-words.tsx';
import { TextArea } from '../kit/still/text-area.tsx';
import type { FieldSpec } from './field-spec.ts';
import type { Problem } from './reply.ts';

/** The fields of an act as they stand on its page. `typed`: what was sent before, where it did not go through. */
export function ActFields({
  specs,
  typed,
  problems = [],
}: {
  readonly specs: readonly FieldSpec[];
  readonly typed?: URLSearchParams | undefined;
  readonly problems?: readonly Problem[] | undefined;
}): ReactNode {
  return specs.map((spec) => {
    const error = problems.find(({ field }) => field === spec.name)?.text;
    const words: FieldWords = {
      name: spec.name,
      label: spec.label,
      mark: spec.optional ? '任意' : undefined,
      hint: spec.hint ?? HINTS[spec.kind],
      error,
    };
    const values = typed?.getAll(spec.name) ?? (spec.value === undefined ? [] : [spec.value]);
    return (
      <Fragment key={spec.name}>
        {spec.section !== undefined && <h2>{spec.section}</h2>}
        <One spec={spec} words={words} values={values} />
      </Fragment>
    );
  });
}

const HINTS: Readonly<Partial<Record<FieldSpec['kind'], string>>> = {
  date: '例: 2026-09-01、R8.9.1',
  month: '例: 2026-09',
  time: '例: 9:30',
};

function One({
  spec,
  words,
  values,
}: {
  readonly spec: FieldSpec;
  readonly words: FieldWords;
  readonly values: readonly string[];
}): ReactNode {
  const [value] = values;
  switch (spec.kind) {
    case 'one':
      if (spec.look === 'list') return <Select spec={spec} words={words} value={value} />;
      return (
        <Choices
          {...words}
          pick="one"
          options={spec.options.map((one) => ({ ...one, checked: one.value === value }))}
        />
      );
    case 'many':
      return (
        <Choices
          {...words}
          pick="many"
          options={spec.options.map((one) => ({ ...one, checked: values.includes(one.value) }))}
        />
      );
    case 'check':
      return <Check words={words} checked={value !== undefined} />;
    case 'lines':
      return <TextArea {...words} value={value} rows={4} maxLength={spec.most ?? 4000} />;
    case 'file':
      return (
        <Labelled words={words}>
          <input
            id={words.name}
            name={words.name}
            type="file"
            accept={spec.accept}
            aria-describedby={describedBy(words, words.name)}
          />
        </Labelled>
      );
    case 'number':
      return (
        <Field {...words} value={value} width="short" inputMode="numeric" hint={words.hint ?? spec.unit} />
      );
    case 'date':
    case 'month':
    case 'time':
      return <Field {...words} value={value} width="middle" />;
    case 'text':
      return <Field {...words} value={value} width={spec.width} exact={spec.exact} maxLength={spec.most} />;
  }
}

/** A field of the browser's own under the words that every field has. */
function Labelled({
  words,
  children,
}: {
  readonly words: FieldWords;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={questionClass(words)}>
      <label htmlFor={words.name} className="label">
        <LabelWords of={words} />
      </label>
      <HintAndError of={words} id={words.name} />
      {children}
    </div>
  );
}

function Select({
  spec,
  words,
  value,
}: {
  readonly spec: FieldSpec & { readonly kind: 'one' };
  readonly words: FieldWords;
  readonly value: string | undefined;
}): ReactNode {
  return (
    <Labelled words={words}>
      <select
        id={words.name}
        name={words.name}
        defaultValue={value ?? ''}
        aria-describedby={describedBy(words, words.name)}
        aria-invalid={words.error === undefined ? undefined : true}
      >
        <option value="">選んでください</option>
        {spec.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Check({ words, checked }: { readonly words: FieldWords; readonly checked: boolean }): ReactNode {
  return (
    <div className={questionClass(words)}>
      <HintAndError of={words} id={words.name} />
      <div className="choice">
        <input
          id={words.name}
          type="checkbox"
          name={words.name}
          value="yes"
          defaultChecked={checked}
          aria-describedby={describedBy(words, words.name)}
          aria-invalid={words.error === undefined ? undefined : true}
        />
        <label htmlFor={words.name}>
          <LabelWords of={words} />
        </label>
      </div>
    </div>
  );
}
