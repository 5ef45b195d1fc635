const DIGITS = '〇一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The characters a number in kanji is written with, for the brackets of a regular expression. */
export const KANJI_DIGITS = '〇一二三四五六七八九十百千';

/** 十一 is 11, 二百三 is 203, 千 is 1000; 二一 and 三〇二 are read place by place. Nothing else may stand in the text. */
export function readKanjiNumber(kanji: string): number {
  if (!/[十百千]/.test(kanji)) {
    return Number(
      Array.from(kanji)
        .map((digit) => DIGITS.indexOf(digit))
        .join(''),
    );
  }
  let total = 0;
  let digits = '';
  for (const character of kanji) {
    const unit = UNITS[character];
    if (unit === undefined) {
      digits += DIGITS.indexOf(character);
    } else {
      total += Number(digits || '1') * unit;
      digits = '';
    }
  }
  return total + Number(digits || '0');
}

/** 1 to 9999 as a name of a town writes it: 11 is 十一, 203 is 二百三. Larger ones place by place. */
export function writeKanjiNumber(count: number): string {
  if (count === 0 || count > 9999)
    return Array.from(String(count), (digit) => DIGITS[Number(digit)]).join('');
  let text = '';
  for (const [unit, name] of WRITTEN_UNITS) {
    const digit = Math.floor(count / unit) % 10;
    if (digit > 0) text += `${digit === 1 && unit > 1 ? '' : DIGITS[digit]}${name}`;
  }
  return text;
}

const WRITTEN_UNITS = [
  [1000, '千'],
  [100, '百'],
  [10, '十'],
  [1, ''],
] as const;

/** Every number in the text, in digits or in kanji, as names of towns write it: 北12条 and 北一二条 become 北十二条. */
export function kanjiNumerals(text: string): string {
  return text.replace(/\d+|[〇一二三四五六七八九十百千]+/g, (number) =>
    writeKanjiNumber(/^\d/.test(number) ? Number(number) : readKanjiNumber(number)),
  );
}
