/**
 * What a call that may fail in an expected way gives back: a value or an error, both plain objects.
 * Expected failures (a wrong date, a forged barcode) travel as values; unexpected ones throw and stop.
 * `npm run check` refuses a statement that calls such a function and drops what it gives back.
 */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function err<const E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
