import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { epochOf, instantFromEpoch } from '../../domain/basics/instant.ts';
import type { PersonalCode } from '../../domain/text/personal-code.ts';
import { capsuleKey, locatorOf, openCapsule } from '../../security/capsule.ts';
import { randomBytesFromPool } from '../../security/random-bytes.ts';
import { seal, unseal } from '../../security/sealing.ts';
import { newCookie, secretsOfCookie, type SessionSecrets } from '../../security/session-cookie.ts';
import { addSession, openSession, type SessionRow } from '../../store/outside/session.ts';
import { sweep } from '../../store/outside/sweep.ts';
import { tryCode } from '../../store/outside/tries.ts';
import type { Doorkeeper } from './doorkeeper.ts';
import { herSession, sessionBound } from './her-session.ts';
import { USUAL_LIMITS } from './limits.ts';
import type { Begun, Proven } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';

/** Both proofs of who she is (AMB-44): the code of her letter, then her date of birth. No password, nothing to compare. */
export type Proofs = {
  readonly begin: (code: PersonalCode, from: string) => Promise<Begun>;
  readonly prove: (cookie: string, birthDate: CivilDate, from: string) => Promise<Proven>;
};

const SWEEP_MS = 10 * 60_000;

/** Of the first format byte and the usual length of a sealed inside part: what a code that nobody has is tried on. */
const DECOY = Buffer.concat([Buffer.of(1), randomBytesFromPool(1100)]);

export function proofs(parts: OutsideParts, door: Doorkeeper): Proofs {
  const { store, keys, limits = USUAL_LIMITS } = parts;
  let swept = 0;
  return {
    begin: async (code, from) => {
      const wait = door.pass('begin', from, parts.now());
      if (wait) return wait;
      const now = epochOf(parts.now());
      if (Math.abs(now - swept) > SWEEP_MS) {
        swept = now;
        await sweep(store.single, now);
      }
      const { cookie, secrets } = freshCookie(keys.secret);
      await addSession(store.single, {
        hash: secrets.hash,
        locator: Buffer.from(locatorOf(keys.pepper, code), 'hex'),
        sealed: seal(secrets.key, Buffer.from(code), sessionBound('code', secrets)),
        now,
      });
      return { result: 'begun', cookie };
    },

    prove: async (cookie, birthDate, from) => {
      const before = secretsOfCookie(keys.secret, cookie);
      if (!before) return { result: 'does-not-open' };
      const wait = door.pass('wrong', from, parts.now());
      if (wait) return wait;
      const now = epochOf(parts.now());
      const { session: row, waitUntil } = await tryCode(store.single, before.hash, now, limits.wrong.code);
      if (!row) return { result: 'does-not-open' };
      if (waitUntil !== undefined) return { result: 'wait', until: instantFromEpoch(waitUntil) };
      const key = tried(row, before, birthDate);
      if (!key) return { result: row.capsule && !row.capsule.inside ? 'revoked' : 'does-not-open' };

      door.takeBack('wrong', from);
      const fresh = freshCookie(keys.secret);
      const { hash } = fresh.secrets;
      const sealed = seal(fresh.secrets.key, key, sessionBound('open', fresh.secrets));
      await openSession(store.single, { hash, before: before.hash, locator: row.locator, sealed, now });
      const hers = herSession({ ...row, stage: 'open', sealed }, fresh.secrets, fresh.cookie);
      return hers ? { result: 'open', session: hers.session } : { result: 'does-not-open' };
    },
  };
}

/**
 * Her key, if the date opens her capsule. For a code that nobody has, and one that was revoked, the same is done with
 * noise: which of them it was, no clock tells.
 */
function tried(row: SessionRow, secrets: SessionSecrets, birthDate: CivilDate): Buffer | undefined {
  const code = unseal(secrets.key, row.sealed, sessionBound('code', secrets)).toString() as PersonalCode;
  const locator = row.locator.toString('hex');
  const key = capsuleKey(code, birthDate, locator);
  try {
    openCapsule(key, locator, 'inside', row.capsule?.inside ?? DECOY);
    return key;
  } catch {
    return undefined;
  }
}

function freshCookie(secret: Uint8Array): { readonly cookie: string; readonly secrets: SessionSecrets } {
  const cookie = newCookie();
  const secrets = secretsOfCookie(secret, cookie);
  if (!secrets) throw new Error('A cookie of ours cannot be read');
  return { cookie, secrets };
}
