import type { CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision, Keep } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { PortalLanguage } from '../portal/language.ts';
import type { NewFact } from '../facts.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import { readPhone } from '../text/phone.ts';

/** She leaves a contact and has confirmed it: by the code of her letter, or to an operator who read it back to her. */
export type RegisterResident = {
  readonly case: CaseId;
  readonly channel: Channel;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** In which she wants to be written to (CHI-8.3-13). */
  readonly language?: PortalLanguage | undefined;
  /** The letter whose code she used. */
  readonly piece?: PieceId | undefined;
  readonly copy?: number | undefined;
};

export type RegisterResidentRefusal =
  | RefusalOf<'no-such-case'>
  | RefusalOf<'contact-missing'>
  | RefusalOf<'contact-unreadable', { what: 'phone' | 'email' }>
  | RefusalOf<'code-revoked'>
  | RefusalOf<'link-stopped'>
  | RefusalOf<'contact-through-ward'>;

/**
 * Registration: the code redeemed and the contact confirmed (AMB-52, CHI-4.3-3). Said again, it changes the contact.
 * Under protection a contact is only changed through the ward: whoever holds the letter is not believed (AMB-56).
 */
export function registerResident(
  state: { readonly case: CaseState },
  command: RegisterResident,
  { today, known }: Context,
): Decision | RegisterResidentRefusal {
  const { standing, registration, mail } = state.case;
  const { case: id, channel, phone, email, language, piece, copy } = command;
  if (!standing.opened) return { refused: 'no-such-case' };
  if (!phone && !email) return { refused: 'contact-missing' };
  if (phone && !readPhone(phone).ok) return { refused: 'contact-unreadable', what: 'phone' };
  if (email && !isEmail(email)) return { refused: 'contact-unreadable', what: 'email' };
  if (standing.protected && channel !== 'ward') return { refused: 'contact-through-ward' };
  if (channel === 'web') {
    if (!mayGoOut(standing, 'link', today).goes) return { refused: 'link-stopped' };
    const invite = mail.invites.find((one) => one.piece === piece && (!copy || one.copy === copy));
    if (piece && (!invite || invite.revoked)) return { refused: 'code-revoked' };
  }
  const redeemed: readonly NewFact[] = piece
    ? [{ type: 'invite.redeemed', case: id, piece, ...(copy ? { copy } : {}), reason: 'registration' }]
    : [];
  const registered: readonly NewFact[] = registration.registeredOn
    ? []
    : [{ type: 'resident.registered', case: id, channel }];
  return {
    facts: [
      ...redeemed,
      ...registered,
      ...(['phone', 'email'] as const)
        .filter((what) => command[what])
        .map(
          (what) => ({ type: 'case.contact-changed', case: id, what, source: channel, on: today }) as const,
        ),
    ],
    keep: [
      { of: id, section: 'contact', value: mergedContact(known, { phone, email, language }) },
      ...earlierPhone(command, known),
    ],
  };
}

/**
 * The number that was confirmed before her link changed it. Whoever holds letter and birthday can change the number and
 * then cancel: who calls back sees both, the older one first (design.md 2, "The partner in the room"). The first one
 * stays however often the link changes it; a number that an operator took down by three points ends it.
 */
function earlierPhone(
  { case: id, channel, phone }: RegisterResident,
  known: Readonly<Record<string, string>>,
): readonly Keep[] {
  const before = known['contact.phone'];
  if (phone === undefined || before === undefined || before === phone) return [];
  if (channel === 'web' && known['contact.earlierPhone']) return [];
  const value = channel === 'web' ? { earlierPhone: before } : {};
  return [{ of: id, section: 'contact', item: 'earlier', value }];
}

/** The whole contact after a change: what she did not say again stays. `known` holds `contact.phone`, `contact.email` and `contact.language`. */
export function mergedContact(
  known: Readonly<Record<string, string>>,
  given: {
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
    readonly language?: string | undefined;
  },
  prefix = '',
): Readonly<Record<string, string>> {
  const phone = given.phone ?? known[`${prefix}contact.phone`];
  const email = given.email ?? known[`${prefix}contact.email`];
  const language = given.language ?? known[`${prefix}contact.language`];
  return {
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(language ? { language } : {}),
  };
}

/** One address of printable ASCII, without anything that a mail program could read as a second one. */
export function isEmail(text: string): boolean {
  return (
    text.length <= 254 && /^[A-Za-z0-9._%+/=?!#$&'*^`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(text)
  );
}
