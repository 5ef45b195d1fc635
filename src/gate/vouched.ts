import { z } from 'zod';

const vouchedFor = new WeakSet<object>();

/** Says that this very value was made by our own checks. Neither a form nor a file can bring one. */
export function vouch<Value extends object>(value: Value): Value {
  vouchedFor.add(value);
  return value;
}

/** In the schema of a row: a value that `vouch` has seen in this process, such as the hash of a password that was checked. */
export function vouched<Value extends object>(): z.ZodType<Value> {
  return z.custom<Value>((value) => typeof value === 'object' && value !== null && vouchedFor.has(value));
}
