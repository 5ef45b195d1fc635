import { DASHES } from './dashes.ts';
import { isS10Serial, mod7 } from './check-digits.ts';

/**
 * A number under which the post follows a piece. `registered`: 11 digits (書留, 特定記録), `parcel`: 12 digits
 * (ゆうパック, レターパック), `international`: RR123456785JP.
 */
export type TrackingKind = 'registered' | 'parcel' | 'international';

/** `number` has neither blanks nor dashes; it is the form in which numbers are kept and compared. */
export type Tracking =
  | { readonly ok: true; readonly number: string; readonly kind: TrackingKind }
  | {
      readonly ok: false;
      readonly number: string;
      readonly reason: 'empty' | 'characters' | 'length' | 'check';
    };

const SEPARATORS = new RegExp(`[\\s${DASHES}]`, 'g');

/**
 * Reads a typed or scanned number (CHI-8.1-7): any width, any dashes, the start and stop letters of a scanned
 * label. The check finds most slips but not 0 for 7, 1 for 8 or 2 for 9: scan rather than type, and let nothing
 * through twice (domain.md 3.2).
 */
export function readTracking(typed: string): Tracking {
  const found = typed.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
  const number = /^[A-D]\d{11,12}[A-D]$/.test(found) ? found.slice(1, -1) : found;
  if (number === '') return { ok: false, number, reason: 'empty' };
  if (/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number)) {
    return isS10Serial(number.slice(2, 11))
      ? { ok: true, number, kind: 'international' }
      : { ok: false, number, reason: 'check' };
  }
  if (!/^\d+$/.test(number)) return { ok: false, number, reason: 'characters' };
  if (number.length !== 11 && number.length !== 12) return { ok: false, number, reason: 'length' };
  if (mod7(number.slice(0, -1)) !== Number(number.at(-1))) return { ok: false, number, reason: 'check' };
  return { ok: true, number, kind: number.length === 11 ? 'registered' : 'parcel' };
}

/** As it stands on the label: 131-12-38385-2, 4055-4842-4886. What is no tracking number stays as it is. */
export function formatTracking(number: string): string {
  if (/^\d{11}$/.test(number)) return number.replace(/^(\d{3})(\d{2})(\d{5})(\d)$/, '$1-$2-$3-$4');
  return number.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3');
}
