import { DASHES } from './dashes.ts';

/** Blanks, signs within names, and every long vowel mark. */
const DROPPED = new RegExp(`[\\s・.,'’${DASHES}]`, 'g');
const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';
const SAME_SOUND: Readonly<Record<string, string>> = { ヂ: 'ジ', ヅ: 'ズ', ヲ: 'オ', ヰ: 'イ', ヱ: 'エ' };

/**
 * The key under which a reading (or a roman name) is searched: width, hiragana or katakana, case, blanks, small
 * letters, ヂ/ジ, ヅ/ズ and long vowel marks make no difference. ヤマサキ and ヤマザキ, オオノ and オウノ stay
 * two. It finds candidates and proves nothing (domain.md 4.4).
 */
export function kanaKey(kana: string): string {
  return joinedMarks(kana)
    .normalize('NFKC')
    .replace(/[\u3041-\u3096]/g, toKatakana)
    .toUpperCase()
    .replace(DROPPED, '')
    .replace(/[ァィゥェォッャュョヮヵヶ]/g, (small) => LARGE[SMALL.indexOf(small)] ?? small)
    .replace(/[ヂヅヲヰヱ]/g, (letter) => SAME_SOUND[letter] ?? letter);
}

/** か゛ typed with a mark of its own: the mark that NFKC can join to its letter, instead of the one that it cannot. */
function joinedMarks(text: string): string {
  return text.replace(/\u309B/g, '\u3099').replace(/\u309C/g, '\u309A');
}

function toKatakana(hiragana: string): string {
  return String.fromCharCode(hiragana.charCodeAt(0) + 0x60);
}
