import type { ReactNode } from 'react';

/** One thing a list is filtered by: codes only, for it stands in the address. */
export type Filter = {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
};

/** The row above a list. Without scripts a button sends it; with them a choice does at once. */
export function FilterRow({
  action,
  filters,
  children,
}: {
  readonly action: string;
  readonly filters: readonly Filter[];
  readonly children?: ReactNode;
}): ReactNode {
  return (
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
  );
}
