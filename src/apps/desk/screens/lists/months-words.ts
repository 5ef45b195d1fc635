/** 2026年6月分、2026年7月分. */
export function monthsWords(months: readonly string[]): string {
  return months.map((month) => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月分`).join('、');
}
