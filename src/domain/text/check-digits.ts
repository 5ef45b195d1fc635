/** The remainder of a number of any length by 7, as it stands at the end of Japan Post's tracking numbers (domain.md 3.2). */
export function mod7(digits: string): number {
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 7, 0);
}

/**
 * Is this a corporate number (法人番号): 13 digits, of which the first proves the other twelve (domain.md 6)?
 * An invoice number is T and 13 digits, and that of a sole trader is not a corporate number: warn, never refuse.
 */
export function isCorporateNumber(digits: string): boolean {
  if (!/^\d{13}$/.test(digits)) return false;
  const fromTheRight = Array.from(digits.slice(1)).toReversed();
  const sum = fromTheRight.reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 2),
    0,
  );
  return Number(digits[0]) === 9 - (sum % 9);
}

/** The sixth digit of a municipality's code (団体コード) for the first five: 1 for 13101. */
export function municipalityCheckDigit(fiveDigits: string): number {
  const sum = Array.from(fiveDigits).reduce((total, digit, place) => total + Number(digit) * (6 - place), 0);
  return (11 - (sum % 11)) % 10;
}

/** Is this a municipality's code with its check digit, 131016? */
export function isMunicipalityCode(digits: string): boolean {
  return /^\d{6}$/.test(digits) && municipalityCheckDigit(digits.slice(0, 5)) === Number(digits[5]);
}

/** Is the number within RR123456785JP right: eight digits and a check digit mod 11 (UPU S10)? */
export function isS10Serial(nineDigits: string): boolean {
  if (!/^\d{9}$/.test(nineDigits)) return false;
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const sum = weights.reduce((total, weight, place) => total + weight * Number(nineDigits[place]), 0);
  const rest = 11 - (sum % 11);
  return Number(nineDigits[8]) === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}
