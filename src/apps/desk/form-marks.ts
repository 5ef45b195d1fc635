import { maskedToken } from '../kit/server/csrf.ts';
import type { Asking } from './asking.ts';

/** Fields without a face: the token of the session, and the mark under which a double click is done once. */
export function formMarks({ desk, who }: Pick<Asking, 'desk' | 'who'>): {
  readonly token: string;
  readonly once: string;
} {
  const mask = desk.chance(Buffer.byteLength(who.csrf));
  return {
    token: maskedToken(who.csrf, mask),
    once: Buffer.from(desk.chance(12)).toString('base64url'),
  };
}
