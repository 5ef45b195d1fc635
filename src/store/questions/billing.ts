import type { YearMonth } from '../../domain/basics/year-month.ts';
import { BILLABLE_FACTS, type Placed } from '../../domain/billing/billable.ts';
import type { Period } from '../../domain/facts/closing.ts';
import { evolveMonth, noMonth, type MonthState } from '../../domain/reports/month-state.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text, whole } from '../row.ts';

const MONTHS: Statement = {
  name: 'billing-months',
  text: 'select stream, line from fact where stream = any ($1) order by stream, version',
};

const BILLABLE: Statement = {
  name: 'billing-facts',
  text: 'select ord, line from fact where type = any ($1) and ord <= $2 order by ord',
};

/** The states of months and years, as the journal has them now. */
export async function monthStates(
  reader: Reader,
  periods: readonly Period[],
): Promise<ReadonlyMap<Period, MonthState>> {
  const rows = await reader.rows(MONTHS, [periods.map((period) => `month:${period}`)]);
  const states = new Map<Period, MonthState>(periods.map((period) => [period, noMonth]));
  for (const row of rows) {
    const period = text(row, 'stream').slice('month:'.length) as YearMonth;
    states.set(period, evolveMonth(states.get(period) ?? noMonth, factOf(text(row, 'line'))));
  }
  return states;
}

/** Everything that gives something to bill, up to a place in the journal, in its order. It never changes again. */
export async function billableFacts(reader: Reader, upTo: number): Promise<readonly Placed[]> {
  const rows = await reader.rows(BILLABLE, [BILLABLE_FACTS, upTo]);
  return rows.map((row) => ({ place: whole(row, 'ord'), fact: factOf(text(row, 'line')) }));
}
