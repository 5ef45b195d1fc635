import { err, ok, type Result } from '../basics/result.ts';
import { isCorporateNumber } from '../text/check-digits.ts';

export type RegistrationFault = { readonly type: 'not-t-and-13-digits' | 'check-digit-wrong' };

/** A number that may stand on an invoice. `doubt` = 13 digits that are no 法人番号: right for a sole trader only. */
export type Registration = { readonly number: string; readonly doubt: boolean };

/**
 * Reads the registration number of a qualified-invoice issuer (適格請求書発行事業者): T and 13 digits. A company's
 * digits are its 法人番号 with a check digit; those of a sole trader are not, so that they warn only (domain.md 6).
 */
export function registrationNumber(
  text: string,
  corporate: boolean,
): Result<Registration, RegistrationFault> {
  if (!/^T\d{13}$/.test(text)) return err({ type: 'not-t-and-13-digits' });
  const proven = isCorporateNumber(text.slice(1));
  return corporate && !proven ? err({ type: 'check-digit-wrong' }) : ok({ number: text, doubt: !proven });
}
