import { createHmac } from 'node:crypto';

/** 128 bits in hexadecimal signs: more than the sixty that are drawn for a sheet. */
const MARK_SIGNS = 32;

/**
 * Under which mark a printed copy is found by the code at its foot. It stands in the journal in place of the code: who
 * reads it there learns no code, and without the pepper of the place cannot try codes out.
 */
export function sheetMark(pepper: Uint8Array, code: string): string {
  return createHmac('sha256', pepper).update(`sheet|${code}`).digest('hex').slice(0, MARK_SIGNS);
}
