import { mod7 } from '../../domain/text/check-digits.ts';

/** Numbers as the labels of the post carry them: 11 digits, the last of them the check; no two alike. */
export function trackingNumbers(seed: number): () => string {
  // Labels come in rolls; a roll begins anywhere.
  let next = 1_000_000_000 + ((seed * 7919) % 8_000_000) * 1000;
  return () => {
    next += 1;
    const digits = String(next);
    return `${digits}${mod7(digits)}`;
  };
}
