import holidayJp from '@holiday-jp/holiday_jp';

/** The n-th day from Monday to Saturday after a day, less public holidays and 29 December to 3 January (CHI-8.6). */
export function programmeDays(after: string, n: number): string {
  const day = new Date(`${after}T00:00:00Z`);
  for (let left = n; left > 0;) {
    day.setUTCDate(day.getUTCDate() + 1);
    const text = day.toISOString().slice(0, 10);
    const newYear = text.slice(5) >= '12-29' || text.slice(5) <= '01-03';
    // The data set reads the civil day of the machine's own zone.
    const local = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
    if (day.getUTCDay() !== 0 && !newYear && !holidayJp.isHoliday(local)) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}
