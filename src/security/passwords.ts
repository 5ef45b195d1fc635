import { randomBytes } from 'node:crypto';

/** A password for one of our own database roles: 192 random bits, made at `init`, never typed by anybody. */
export function newRolePassword(): string {
  return randomBytes(24).toString('base64url');
}
