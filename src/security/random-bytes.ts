import { randomFillSync } from 'node:crypto';

const POOL_LENGTH = 8192;
const pool = Buffer.alloc(POOL_LENGTH);
let used = POOL_LENGTH;

/** Random bytes of the system's generator, fetched many at a time. Each is given out once and wiped from the pool. */
export function randomBytesFromPool(length: number): Buffer {
  if (used + length > POOL_LENGTH) {
    randomFillSync(pool);
    used = 0;
  }
  const bytes = Buffer.from(pool.subarray(used, used + length));
  pool.fill(0, used, used + length);
  used += length;
  return bytes;
}
