import type { Caller, IdentityLevel } from '../facts/contact.ts';
import type { Standing } from '../standing/standing.ts';

/**
 * What may be said in this contact. `general`: about the programme, open to anybody. `call-back`: we call the number on
 * file. The rest is hers: date and place of the visit, where letters are, the package, her contact, her address.
 */
export type Tellable = 'general' | 'call-back' | 'booking' | 'dispatch' | 'package' | 'contact' | 'address';

/**
 * What an operator may tell, by who speaks and the points of identity that agreed (domain.md 8, lessons.md 14). Below
 * three points not even that she is on our list, and to nobody but herself whatever agrees: her family knows all three.
 * Who says to be of the ward is called back on the ward's own number. Under protection nothing of place, time or address
 * is ever told to a caller, whoever she says she is (AMB-56); she is called back on the number that the ward has named.
 */
export function mayTell(
  level: IdentityLevel,
  standing: Standing,
  caller: Caller = 'herself',
): readonly Tellable[] {
  if (caller === 'ward') return ['general', 'call-back'];
  if (caller !== 'herself' || level < 2 || standing.womanDied) return ['general'];
  if (level < 3 || standing.protected) return ['general', 'call-back'];
  return ['general', 'call-back', 'booking', 'dispatch', 'package', 'contact', 'address'];
}
