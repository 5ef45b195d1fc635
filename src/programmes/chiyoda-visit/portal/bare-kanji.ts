/**
 * Kanji that stand without a reading in やさしい日本語: those of dates, times and days of the week, which whoever lives in
 * Japan meets first. Every other one carries its reading.
 */
export const BARE_KANJI: ReadonlySet<string> = new Set('年月日時分曜火水木金土');
