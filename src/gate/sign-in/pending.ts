import { seal, SealBroken, unseal } from '../../security/sealing.ts';
import { keepPending } from '../../store/sign-in/session.ts';
import type { SignInHouse } from './house.ts';
import type { LiveSession } from './read-session.ts';

/** What waits for the next step of a session: a challenge, or the secret of a factor that is being added. */
export type Pending =
  | { readonly what: 'new-totp'; readonly secret: string }
  | { readonly what: 'new-passkey'; readonly challenge: string }
  | { readonly what: 'passkey'; readonly challenge: string };

/** Sealed under the cookie: the database alone does not open it, and a new cookie leaves it behind. */
export async function setPending(
  { parts }: SignInHouse,
  { secrets }: LiveSession,
  pending: Pending,
): Promise<void> {
  const sealed = seal(secrets.key, Buffer.from(JSON.stringify(pending)), bound(secrets.hash));
  await keepPending(parts.database.single, secrets.hash, sealed);
}

export function pendingOf<What extends Pending['what']>(
  { secrets, pending }: LiveSession,
  what: What,
): Extract<Pending, { readonly what: What }> | undefined {
  if (!pending) return undefined;
  try {
    const opened: Pending = JSON.parse(unseal(secrets.key, pending, bound(secrets.hash)).toString('utf8'));
    return opened.what === what ? (opened as Extract<Pending, { readonly what: What }>) : undefined;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

function bound(hash: Buffer): string {
  return `desk-pending|${hash.toString('hex')}`;
}
