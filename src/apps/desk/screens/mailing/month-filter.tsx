import type { ReactNode } from 'react';
import { monthContaining, parseYearMonth, type YearMonth } from '../../../../domain/basics/year-month.ts';
import type { CivilDate } from '../../../../domain/basics/civil-date.ts';
import type { Asking } from '../../asking.ts';
import { FilterRow } from '../../filter-row.tsx';
import type { SavedAbove } from '../../saved-filters.tsx';

/** The month in the address; without one, all months. */
export function monthIn({ query }: Pick<Asking, 'query'>): YearMonth | undefined {
  const month = parseYearMonth(query.get('month') ?? '');
  return month.ok ? month.value : undefined;
}

/** The last twelve months to choose from. */
export function MonthFilter({
  action,
  month,
  today,
  saved,
}: {
  readonly action: string;
  readonly month: YearMonth | undefined;
  readonly today: CivilDate;
  readonly saved: SavedAbove;
}): ReactNode {
  return (
    <FilterRow
      action={action}
      saved={saved}
      filters={[
        {
          name: 'month',
          label: '月',
          value: month ?? null,
          options: monthsBefore(today).map((value) => ({ value, label: monthWords(value) })),
        },
      ]}
    />
  );
}

function monthsBefore(today: CivilDate): readonly string[] {
  const [year = 0, month = 1] = monthContaining(today).split('-').map(Number);
  return Array.from({ length: 12 }, (_, back) => {
    const at = year * 12 + (month - 1) - back;
    return `${Math.floor(at / 12)}-${`${(at % 12) + 1}`.padStart(2, '0')}`;
  });
}

function monthWords(month: string): string {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
}
