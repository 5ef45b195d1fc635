/** Whole yen, tax included unless a name says otherwise. Never a fraction: rounding is an act with a rule of its own. */
export type Yen = number & { readonly __brand: 'Yen' };

export function yen(amount: number): Yen {
  if (!Number.isSafeInteger(amount)) throw new Error('An amount of yen is a whole number');
  return amount as Yen;
}

export function addYen(...amounts: readonly Yen[]): Yen {
  return yen(amounts.reduce((sum, amount) => sum + amount, 0));
}
