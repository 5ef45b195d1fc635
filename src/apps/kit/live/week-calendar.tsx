/** Placeholder until the markup of the week is fixed. */
export function weekCalendar(_week: HTMLElement): void {}
