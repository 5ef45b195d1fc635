import type { ReactNode } from 'react';
import { SavedFilters, type SavedAbove } from './saved-filters.tsx';
import type { Typed } from './typed-day.ts';

/** One thing a list is filtered by: codes only, for it stands in the address. */
export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
};

/** A day or a month to look at, typed as in the fields of an act: a calendar of the browser writes it as its own land does. */
export function TypedFilter({
  name,
  label,
  example = '9/1、R8.9.1',
  of: { text, problem },
}: {
  readonly name: string;
  readonly label: string;
  readonly example?: string;
  readonly of: Typed<unknown>;
}): ReactNode {
  return (
    <div className="typed">
      <label htmlFor={name}>
        {label} <span className="soft">例: {example}</span>
      </label>
      {problem && (
        <p className="error" id={`${name}-error`}>
          {problem.text}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="text"
        defaultValue={text}
        autoComplete="off"
        maxLength={20}
        aria-describedby={problem && `${name}-error`}
        aria-invalid={problem && true}
      />
    </div>
  );
}

/** The row above a list. Without scripts a button sends it; with them a choice does at once. */
export function FilterRow({
  action,
  filters,
  saved,
  also = {},
  children,
}: {
  readonly action: string;
  readonly filters: readonly Filter[];
  /** What she keeps above this list (`savedAbove`). */
  readonly saved: SavedAbove;
  /** What the children narrow down by, as codes. */
  readonly also?: Readonly<Record<string, string | undefined>>;
  readonly children?: ReactNode;
}): ReactNode {
  const narrowed = [...filters.map(({ name, value }) => [name, value]), ...Object.entries(also)];
  const codes = narrowed.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('&');
  return (
    <>
      <SavedFilters of={saved} codes={codes} />
      <form method="get" action={action} className="filters" data-filter="">
        {filters.map(({ name, label, options, value }) => (
          <label key={name}>
            <span>{label}</span>
            <select name={name} defaultValue={value ?? ''}>
              <option value="">すべて</option>
              {options.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          </label>
        ))}
        {children}
        <button type="submit" className="button plain small">
          絞り込む
        </button>
      </form>
    </>
  );
}
