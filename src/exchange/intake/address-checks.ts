import type { MailAddress } from '../../domain/intake/rows.ts';

/**
 * Whether an address lies in the municipality, as far as its own words tell. An address that names no municipality
 * (神田神保町1-1) is taken as inside: registers leave their own name out.
 */
export function addressPlace(address: string, municipality: string): 'inside' | 'elsewhere' {
  if (address.replace(/\s/g, '').includes(municipality)) return 'inside';
  return NAMES_ANOTHER.test(address) ? 'elsewhere' : 'inside';
}

const NAMES_ANOTHER = /^(北海道|東京都|(京都|大阪)府|[一-鿿]{2,3}県|[^\d０-９]{1,7}?[市区郡])/u;

/**
 * A building without a number behind it: most letters that come back as あて所不明 lack only the room (domain.md 4.5).
 * 様方 and the like name a household and need no number.
 */
export function isRoomMissing({ address, building }: MailAddress): boolean {
  const house = building ?? address;
  if (/(様方|方|内|気付)$/.test(house)) return false;
  if (building !== undefined) return !NUMBER.test(building);
  const at = address.search(BUILDING);
  return at !== -1 && !NUMBER.test(address.slice(at));
}

const NUMBER = /[\d０-９〇一二三四五六七八九十]|[A-ZＡ-Ｚ](号|室)/;
const BUILDING =
  /マンション|アパート|ハイツ|コーポ|メゾン|パレス|タワー|レジデンス|ヴィラ|コート|ハイム|ビル|荘|団地|寮/;
