import type { Invite, Mail } from '../mailings/mail.ts';

/**
 * Codes that open something outside: on a copy that was posted, and not revoked. One that a loss closed still opens: it
 * has words of condolence and nothing else (CHI-8.14-5); any other revocation is for ever.
 */
export function openInvites({ invites, pieces }: Mail): readonly Invite[] {
  const posted = new Set(pieces.filter(({ postedOn }) => postedOn !== undefined).map(({ piece }) => piece));
  return invites.filter((invite) => invite.locator && posted.has(invite.piece) && !isClosed(invite));
}

/** Codes whose capsule is gone for ever. */
export function closedInvites({ invites }: Mail): readonly Invite[] {
  return invites.filter((invite) => invite.locator !== undefined && isClosed(invite));
}

/** A code that only a loss has revoked is heard and answered. */
export function isClosed({ revoked }: { readonly revoked?: string | null }): boolean {
  return typeof revoked === 'string' && revoked !== 'loss';
}
