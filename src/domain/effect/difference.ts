/** Some of so many: `hits` of `persons`. */
export type Share = { readonly hits: number; readonly persons: number };

/** A difference of two rates with its interval of 95 %, each between -1 and 1. */
export type Difference = { readonly by: number; readonly from: number; readonly to: number };

/** The normal quantile of an interval of 95 % on both sides. */
const Z = 1.959963984540054;

/**
 * How much higher a rate is than another, with an interval that holds for small and for extreme rates as well
 * (Newcombe 1998, method 10: score intervals joined). Nothing where one of the two has nobody.
 */
export function differenceOf(group: Share, control: Share): Difference | undefined {
  if (group.persons === 0 || control.persons === 0) return undefined;
  const [a, b] = [scoreInterval(group), scoreInterval(control)];
  const by = a.rate - b.rate;
  return {
    by,
    from: by - Math.hypot(a.rate - a.from, b.to - b.rate),
    to: by + Math.hypot(a.to - a.rate, b.rate - b.from),
  };
}

/** The score interval of one rate (Wilson 1927). */
export function scoreInterval({ hits, persons }: Share): {
  readonly rate: number;
  readonly from: number;
  readonly to: number;
} {
  const rate = hits / persons;
  const whole = persons + Z * Z;
  const middle = (hits + (Z * Z) / 2) / whole;
  const reach = (Z * Math.sqrt(persons * rate * (1 - rate) + (Z * Z) / 4)) / whole;
  // At its ends the interval is exact; only the last digit of the reckoning is not.
  return { rate, from: hits === 0 ? 0 : middle - reach, to: hits === persons ? 1 : middle + reach };
}
