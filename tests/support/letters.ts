import { customerBarcode } from '../../src/domain/text/customer-barcode.ts';
import { CHOSEN_SIGNS, CODE_ALPHABET, personalCode } from '../../src/domain/text/personal-code.ts';
import type { Letter } from '../../src/print/letter.ts';

const FAMILY = Array.from('佐藤鈴木高橋田中伊東渡邉山本中村小林加東');
const GIVEN = Array.from('花葉咲結陽美桜奈心愛莉子里彩');

/** The nth of many invented letters: no two share a name, an address, a token or a code. */
export function someLetter(n: number, template = 'notice-1', changes: Partial<Letter> = {}): Letter {
  const pick = (from: readonly string[], index: number) => from[index % from.length] ?? '';
  const block = `${(n % 20) + 1}番${(n % 13) + 1}号`;
  const building = `見本ハイツ ${1000 + n}`;
  const barcode = customerBarcode('102-0074', `一丁目${block} ${building}`);
  return {
    template,
    postcode: '102-0074',
    lines: [`東京都千代田区九段南一丁目${block}`, building],
    name: `${pick(FAMILY, n)}${pick(FAMILY, n * 3 + 1)} ${pick(GIVEN, Math.floor(n / 5))}${pick(GIVEN, n + 4)}${pick(GIVEN, n * 5)}`,
    date: '令和8年5月15日',
    code: personalCode(
      Array.from(
        { length: CHOSEN_SIGNS },
        (_, place) => (Math.floor(n / (place % 2 ? 32 : 1)) + n * place + place) % 32,
      ),
    ),
    token: Array.from(
      { length: 12 },
      (_, place) => CODE_ALPHABET[Math.floor(n / 32 ** place + place * 7) % 32],
    ).join(''),
    barcode: barcode.ok ? barcode.value : null,
    until: '令和9年7月2日',
    ...changes,
  };
}
