import { createHmac, hkdfSync } from 'node:crypto';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { PersonalCode } from '../domain/text/personal-code.ts';
import { seal, unseal } from './sealing.ts';

/** Under which name the outside finds a capsule. The pepper lies in the outside's key folder, so a copied database tells nothing. */
export function locatorOf(pepper: Uint8Array, code: PersonalCode): string {
  return createHmac('sha256', pepper).update(`locator|${code}`).digest('hex');
}

/**
 * The key that opens a woman's capsule: from her code and her date of birth. A wrong date simply does not open;
 * nothing that could be compared is stored anywhere.
 */
export function capsuleKey(code: PersonalCode, birthDate: CivilDate, locator: string): Buffer {
  return Buffer.from(
    hkdfSync('sha256', `${code}|${birthDate}`, Buffer.from(locator, 'hex'), 'mimamori/capsule/1', 32),
  );
}

/** What proves to the inside that a sender had opened the capsule: the pre-shared key of her envelopes. */
export function envelopePsk(key: Uint8Array, locator: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(locator, 'hex'), 'mimamori/envelope-psk/1', 32));
}

/** Under which she answers a survey once: it leads nowhere without the key of her capsule, and names nobody. */
export function surveyToken(key: Uint8Array, survey: string): string {
  return createHmac('sha256', key).update(`survey|${survey}`).digest('base64url');
}

/** The inside part of a capsule is written only by the inside, the own part only in her session. */
export type CapsulePart = 'inside' | 'own';

export function sealCapsule(key: Uint8Array, locator: string, part: CapsulePart, plain: Uint8Array): Buffer {
  return seal(key, plain, `capsule|${locator}|${part}`);
}

export function openCapsule(key: Uint8Array, locator: string, part: CapsulePart, sealed: Uint8Array): Buffer {
  return unseal(key, sealed, `capsule|${locator}|${part}`);
}
