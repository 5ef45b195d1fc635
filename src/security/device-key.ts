import type { DeviceId } from '../domain/basics/ids.ts';
import { sha256 } from './digest.ts';
import { randomBytesFromPool } from './random-bytes.ts';

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The key of a terminal, 256 random bits in base64url: it lies in a cookie of its browser and nowhere else. */
export function newDeviceKey(): string {
  return randomBytesFromPool(32).toString('base64url');
}

/**
 * The name of a terminal follows from its key (100 bits of a digest): who has approved the name has approved the key, and
 * nothing has to be kept of terminals that nobody approved. Nothing for a text that cannot be one of our keys.
 */
export function deviceIdOf(key: string): DeviceId | undefined {
  if (!/^[\w-]{43}$/.test(key)) return undefined;
  const digest = sha256('mimamori/device/1', Buffer.from(key, 'base64url')).subarray(0, 20);
  return `device_${[...digest].map((byte) => ALPHABET[byte & 31]).join('')}`;
}
