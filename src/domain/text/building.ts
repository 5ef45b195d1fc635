import { DASHES } from './dashes.ts';
import { KANJI_DIGITS, readKanjiNumber } from './kanji-number.ts';
import { foldVariants } from './variants.ts';

const NUMERAL = `(?:\\d+|[${KANJI_DIGITS}]+)`;
const SIGNS = `[\\s・.,、。'"()「」『』#:/${DASHES}]`;
const FLOOR = new RegExp(`(地下)?\\s?(B?)(${NUMERAL})\\s?(?:階|F(?![A-Z]))`, 'g');
const ROOM_WORD = /(?:ROOM|RM\.?|NO\.?)\s*(?=\d)/g;
const ROOM = new RegExp(`(${NUMERAL})(?:号室|室|号(?![室車]))`, 'g');
const BETWEEN_NUMBERS = new RegExp(`(?<=\\d)${SIGNS}+(?=\\d)`, 'g');
const ANY_SIGN = new RegExp(SIGNS, 'g');
const KEPT = '\u0000';

/**
 * The key of what follows the number: building, floor, room, 様方. Width, blanks, signs, 302号室/302/#302 and
 * 10F/10階 make no difference; another room, floor or house always does (domain.md 4.5). For comparing only.
 */
export function buildingKey(building: string): string {
  if (building === '') return '';
  return foldVariants(building)
    .toUpperCase()
    .replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/様方/g, '方')
    .replace(FLOOR, (_, under: string | undefined, b: string, count: string) => {
      return `${under || b ? 'B' : ''}${arabic(count)}F `;
    })
    .replace(ROOM_WORD, ' ')
    .replace(ROOM, (_, number: string) => `${arabic(number)} `)
    .trim()
    .replace(BETWEEN_NUMBERS, KEPT)
    .replace(ANY_SIGN, '')
    .replaceAll(KEPT, '-');
}

const HOUSES =
  /マンション|アパート|ハイツ|コーポ|ハイム|メゾン|レジデンス|パレス|ヴィラ|ビラ|荘|団地|住宅|タワー|コート|ガーデン|ハウス|プラザ/;

const NUMBERED = new RegExp(`\\d|[${KANJI_DIGITS}](?:[号室階]|$)`);

/** A flat without a number: the commonest reason why a letter comes back (domain.md 4.5). For a warning only. */
export function lacksRoom(building: string): boolean {
  const plain = building.normalize('NFKC').trim();
  return HOUSES.test(plain) && !NUMBERED.test(plain);
}

function arabic(number: string): string {
  return /^\d/.test(number) ? number : String(readKanjiNumber(number));
}
