import type { MailAddress } from '../../domain/intake/rows.ts';
import { lacksRoom } from '../../domain/text/building.ts';

/**
 * Whether an address lies in the municipality, as far as its own words tell. An address that names no municipality
 * (神田神保町1-1) is taken as inside: registers leave their own name out.
 */
export function addressPlace(address: string, municipality: string): 'inside' | 'elsewhere' {
  if (address.replace(/\s/g, '').includes(municipality)) return 'inside';
  return NAMES_ANOTHER.test(address) ? 'elsewhere' : 'inside';
}

const NAMES_ANOTHER = /^(北海道|東京都|(京都|大阪)府|[一-鿿]{2,3}県|[^\d０-９]{1,7}?[市区郡])/u;

/** A building without a number behind it, whether it stands in 方書 or at the end of the address (domain.md 4.5). */
export function isRoomMissing({ address, building }: MailAddress): boolean {
  return lacksRoom(building ?? address.replace(/^.*[\d０-９]/s, ''));
}
