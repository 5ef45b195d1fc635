import { DASHES } from './dashes.ts';
import { KANJI_DIGITS, readKanjiNumber } from './kanji-number.ts';

/** The numbers that follow a town (丁目, block, number) as digits, and where in the text the rest begins. */
export type BlockNumber = { readonly numbers: readonly string[]; readonly end: number };

const BLANKS = '[ \\t\\r\\n]*';
const ARABIC = '[0-9]+';
/** A lot of land may begin with a letter of its own: 甲12, イ22. */
const LETTERED = `[甲乙丙丁戊己庚辛イロハニホヘト](?=${ARABIC})`;
/** Kanji are a number only before something that ends one: 二番町 and 三井ビル are names. */
const KANJI_ENDS = `丁目|丁(?!町)|番地|番(?![町丁館街])|号(?![館棟])|[のノ之${DASHES}]|$|[ \\t\\r\\n]`;
const KANJI = `[${KANJI_DIGITS}]+(?=${BLANKS}(?:${KANJI_ENDS}))`;
const NEXT_NUMBER = `[のノ之](?=[0-9${KANJI_DIGITS}])`;

const LEAD = new RegExp(`^${BLANKS}(?:[${DASHES}]${BLANKS})?第?`);
const NUMBER = new RegExp(`^${BLANKS}((?:${LETTERED})?${ARABIC}|${KANJI})`);
/** What cannot follow a number of the address: a floor, a room, a numbered house. Those belong to the building. */
const HOUSE_WORD = new RegExp(`^${BLANKS}(?:階|F(?![A-Za-z])|号?[室館棟]|番[館街])`, 'i');
const ROOM_LETTER = /^[A-Za-z](?![A-Za-z])/;
const UNIT = new RegExp(
  `^${BLANKS}(?:丁目|丁(?!町)|番地?${NEXT_NUMBER}|番地|番(?![町丁館街])|号(?![室館棟車線])|${NEXT_NUMBER})`,
);
const DASH = new RegExp(`^${BLANKS}[${DASHES}]+${BLANKS}`);
const NAMED_NUMBER = new RegExp(`^${BLANKS}(?:${ARABIC}|[${KANJI_DIGITS}]+)${BLANKS}号(?![室館棟])`);

/**
 * Reads 丁目, block and number in all their forms: 1-2-14, 一丁目2番14号, １ノ２ノ１４, 6番地の4. It stops after
 * `most` numbers (a fourth one is a room), before a floor or a room, and where a blank separates what nothing joins.
 * `text` is in half width (see `halfWidth`). Numbers come without leading zeros.
 */
export function readBlockNumber(text: string, most: number): BlockNumber {
  const numbers: string[] = [];
  let at = LEAD.exec(text)?.[0].length ?? 0;
  let end = 0;
  while (numbers.length < most) {
    const step = readStep(text.slice(at));
    if (!step) break;
    numbers.push(step.number);
    at += step.length;
    end = at;
    // After 6番地 and a blank, 4号 goes on with the number; 302 alone is a room.
    if (step.next === 'end' || (step.next === 'if-named' && !NAMED_NUMBER.test(text.slice(at)))) break;
  }
  return { numbers, end };
}

/** One number with its unit or dash. `next` says whether another number may follow. */
type Step = { readonly number: string; readonly length: number; readonly next: 'any' | 'if-named' | 'end' };

function readStep(text: string): Step | undefined {
  const found = NUMBER.exec(text);
  if (!found?.[1]) return undefined;
  const number = plainNumber(found[1]);
  const after = text.slice(found[0].length);
  const isRoom = HOUSE_WORD.test(after) || (number.length >= 3 && ROOM_LETTER.test(after));
  if (isRoom) return undefined;
  const unit = UNIT.exec(after)?.[0] ?? '';
  const dash = DASH.exec(after.slice(unit.length))?.[0] ?? '';
  const length = found[0].length + unit.length + dash.length;
  if (unit.trim() === '号') return { number, length: length - dash.length, next: 'end' };
  if (dash !== '') return { number, length, next: 'any' };
  if (unit === '') return { number, length, next: 'end' };
  const blankFollows = /^\s/.test(after.slice(unit.length));
  return { number, length, next: blankFollows && unit.endsWith('番地') ? 'if-named' : 'any' };
}

function plainNumber(written: string): string {
  const [, letter = '', digits] = /^([^0-9]?)([0-9]+)$/.exec(written) ?? [];
  return digits ? letter + digits.replace(/^0+(?=\d)/, '') : String(readKanjiNumber(written));
}
