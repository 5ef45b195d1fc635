import { epochOf, type Instant } from '../../domain/basics/instant.ts';
import type { InsidePart } from '../../domain/portal/inside-part.ts';
import { emptyOwnPart, type OwnPart } from '../../domain/portal/own-part.ts';
import { openCapsule, sealCapsule } from '../../security/capsule.ts';
import { unseal } from '../../security/sealing.ts';
import { secretsOfCookie, type SessionSecrets } from '../../security/session-cookie.ts';
import type { Writer } from '../../store/connection.ts';
import {
  findSession,
  noteStep,
  SESSION_MS,
  writeOwnPart,
  type SessionRow,
} from '../../store/outside/session.ts';
import type { CodeSession, OpenSession } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';

/** An open session with what only this process may hold while it answers: her capsule's key and its version. */
export type HerSession = {
  readonly session: OpenSession;
  readonly secrets: SessionSecrets;
  readonly locator: Buffer;
  readonly key: Buffer;
  /** Answers asked alone, sealed under the cookie. */
  readonly alone: Buffer | undefined;
  /** Of her own part, and of the part that the inside writes. */
  readonly version: number;
  readonly insideVersion: number;
};

/** The session of a cookie, at whichever stage; a step is noted so that it goes on. */
export async function readSession(
  parts: OutsideParts,
  cookie: string,
): Promise<CodeSession | OpenSession | undefined> {
  const secrets = secretsOfCookie(parts.keys.secret, cookie);
  if (!secrets) return undefined;
  const now = epochOf(parts.now());
  const row = await findSession(parts.store.single, secrets.hash, now);
  if (!row) return undefined;
  if (now - row.seen >= SESSION_MS.noted) await noteStep(parts.store.single, secrets.hash, now);
  if (row.stage === 'code') return { stage: 'code', cookie, csrf: secrets.csrf };
  return herSession(row, secrets, cookie)?.session;
}

/** Her open session as it is now; throws when it ended between two steps of one page. */
export async function herSessionNow(parts: OutsideParts, { cookie }: OpenSession): Promise<HerSession> {
  const secrets = secretsOfCookie(parts.keys.secret, cookie);
  const row = secrets && (await findSession(parts.store.single, secrets.hash, epochOf(parts.now())));
  const hers = row && herSession(row, secrets, cookie);
  if (!hers) throw new Error('The session has ended');
  return hers;
}

/** What lies behind a session that this process has just opened; a page that goes on with it need not read it again. */
export function herSessionOf(session: OpenSession): HerSession | undefined {
  return behind.get(session);
}

const behind = new WeakMap<OpenSession, HerSession>();

/** Opens what a session's row holds; nothing when it is not open, or its capsule was revoked meanwhile. */
export function herSession(row: SessionRow, secrets: SessionSecrets, cookie: string): HerSession | undefined {
  const { locator, capsule } = row;
  if (row.stage !== 'open' || !capsule?.inside) return undefined;
  const key = unseal(secrets.key, row.sealed, sessionBound('open', secrets));
  const name = locator.toString('hex');
  const inside = jsonIn(openCapsule(key, name, 'inside', capsule.inside)) as InsidePart;
  const own = ownPartIn(key, name, capsule.own);
  return known({
    session: { stage: 'open', cookie, csrf: secrets.csrf, inside, own },
    secrets,
    locator,
    key,
    alone: row.alone,
    version: capsule.ownVersion,
    insideVersion: capsule.insideVersion,
  });
}

/** Her session after her own part was written. */
export function afterWriting(hers: HerSession, own: OwnPart): HerSession {
  return known({ ...hers, session: { ...hers.session, own }, version: hers.version + 1 });
}

function known(hers: HerSession): HerSession {
  behind.set(hers.session, hers);
  return hers;
}

export function sealedOwnPart({ key, locator }: HerSession, own: OwnPart): Buffer {
  return sealCapsule(key, locator.toString('hex'), 'own', paddedJson(own));
}

/** To what a value in a session's row is bound. */
export function sessionBound(what: 'code' | 'open' | 'alone', { hash }: SessionSecrets): string {
  return `session|${what}|${hash.toString('hex')}`;
}

/** Writes her own part over the one that was read, and over no other. */
export function writeHers(writer: Writer, hers: HerSession, own: OwnPart, now: Instant): Promise<boolean> {
  const { secrets, locator, version } = hers;
  const sealed = sealedOwnPart(hers, own);
  return writeOwnPart(writer, { hash: secrets.hash, now: epochOf(now) }, { locator, version, sealed });
}

/** JSON with blanks behind it, in steps of a kilobyte: its length says nothing of what she has answered. */
export function paddedJson(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([text, Buffer.alloc(1024 - (text.length % 1024), ' ')]);
}

/** What was sealed under a key of hers: nobody else wrote it. */
export function jsonIn(plain: Buffer): unknown {
  return JSON.parse(plain.toString());
}

/** One that was damaged opens as an empty one: she begins the form again and is not shut out. */
function ownPartIn(key: Buffer, locator: string, sealed: Buffer | undefined): OwnPart {
  if (!sealed) return emptyOwnPart;
  try {
    return jsonIn(openCapsule(key, locator, 'own', sealed)) as OwnPart;
  } catch {
    return emptyOwnPart;
  }
}
