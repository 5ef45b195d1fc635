import { yen, type Yen } from '../basics/yen.ts';

/** How a fraction of a yen becomes whole: down, up, or to the nearest (half up). Fixed by the contract. */
export type Rounding = 'down' | 'up' | 'nearest';

/**
 * Consumption tax on the sum of all lines of one rate: rounded once per rate and invoice, never per line (domain.md 6).
 * What is taken back is rounded as it had been charged: the tax of −x is minus the tax of x.
 */
export function taxOn(base: Yen, rate: number, rounding: Rounding): Yen {
  if (!Number.isInteger(rate) || rate < 0) throw new Error('A tax rate is a whole number of percent');
  const hundredths = yen(Math.abs(base) * rate);
  const rest = hundredths % 100;
  const whole = (hundredths - rest) / 100;
  const up = rounding === 'up' ? rest > 0 : rounding === 'nearest' && rest >= 50;
  const tax = whole + (up ? 1 : 0);
  return yen(base < 0 && tax !== 0 ? -tax : tax);
}
