import { addDays, civilDate, parseCivilDate, type CivilDate } from '../../src/domain/basics/civil-date.ts';
import { target, type Cells } from './ward-file.ts';

const KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ'.split(
  '',
);
const KANJI =
  '安以宇江於加幾久計己佐之寸世曽太知川天止奈仁奴禰乃波比不部保末美武女毛也由与良利留礼呂和'.split('');
const TOWNS = [
  '九段南',
  '九段北',
  '麹町',
  '神田神保町',
  '富士見',
  '飯田橋',
  '平河町',
  '一番町',
  '三番町',
  '六番町',
];

/** A woman unlike any other: number, name, birth date and home of her own. She does not exist. */
export function woman(number: number, changes: Cells = {}): Cells {
  const family = spell(number, KANJI);
  const born = civilDate(dayOfYear1985 + ((number * 37) % 7000));
  return target(number, {
    氏名: `${family}　花`,
    氏名カナ: `${spell(number, KANA)}　ハナ`,
    生年月日: born,
    住所: `東京都千代田区${TOWNS[number % TOWNS.length] ?? ''}${1 + (number % 4)}丁目${1 + (number % 30)}番${1 + Math.floor(number / 120)}号`,
    方書: '',
    妊娠届出日: '',
    電話番号: `090${String(10_000_000 + number)}`,
    ...changes,
  });
}

const dayOfYear1985 = 5479;

/** Number in the letters of an alphabet, at least three of them. */
function spell(number: number, letters: readonly string[]): string {
  let left = number;
  let word = '';
  for (let at = 0; at < 3 || left > 0; at += 1) {
    word += letters[left % letters.length] ?? '';
    left = Math.floor(left / letters.length);
  }
  return word;
}

/** A due date with which she reaches the 8th month in the given month of 2026 (1 to 12). */
export function dueForMonth(month: number): CivilDate {
  const reached = parseCivilDate(`2026-${String(month).padStart(2, '0')}-10`);
  if (!reached.ok) throw new Error('Not a month');
  return addDays(reached.value, 84);
}
