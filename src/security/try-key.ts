import { createHmac } from 'node:crypto';

/** Under which failures are counted: a keyed digest, from which nobody reads what was typed in place of an ID. */
export function createTryKey(secret: Uint8Array, who: string): Buffer {
  return createHmac('sha256', secret).update(`sign-in-try|${who}`).digest();
}
