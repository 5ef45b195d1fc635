import { addMinutes, dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import type { KnownKey } from '../../domain/courier/courier-standing.ts';
import { destroyedFrom, KEY_LIFE } from '../../domain/courier/courier-book.ts';
import type { OutwardBundle } from '../../domain/portal/bundle.ts';
import { sha256Hex } from '../../security/digest.ts';
import { newRecipientKey } from '../../security/envelope.ts';

/** Secrets of the inside as files, in both places: what one place loses is in the other. */
export type SecretFolder = {
  readonly read: (name: string) => Promise<Buffer | undefined>;
  readonly write: (name: string, secret: Uint8Array) => Promise<void>;
  readonly names: () => Promise<readonly string[]>;
  readonly destroy: (name: string) => Promise<void>;
};

/** The two halves of a recipient key, raw X25519, as they lie in the key folder: 64 bytes, the public half first. */
export type RecipientHalves = { readonly publicKey: Buffer; readonly privateKey: Buffer };

const HALF = 32;
const KEY_NAME = /^recipient-key\.([0-9a-f]{16})$/;

export function recipientKeyName(key: string): string {
  return `recipient-key.${key}`;
}

/** The halves of a key by its name, for whoever opens envelopes; nothing when it was destroyed. */
export async function readRecipientKey(
  folder: Pick<SecretFolder, 'read'>,
  key: string,
): Promise<RecipientHalves | undefined> {
  const halves = await folder.read(recipientKeyName(key));
  if (halves?.length !== 2 * HALF) return undefined;
  return { publicKey: halves.subarray(0, HALF), privateKey: halves.subarray(HALF) };
}

/** Makes the next key when the newest is a week old. It lies in both places before anybody hears of it. */
export async function renewedKey(
  folders: readonly SecretFolder[],
  known: readonly KnownKey[],
  now: Instant,
): Promise<{ readonly key: string; readonly from: Instant; readonly until: Instant } | undefined> {
  const newest = known.filter(({ destroyed, until }) => destroyed === null && until > now).at(-1);
  if (newest && addMinutes(newest.from, KEY_LIFE.renewed * DAY) > now) return undefined;
  const { publicKey, privateKey } = await newRecipientKey();
  const key = sha256Hex(publicKey).slice(0, 16);
  for (const folder of folders.toReversed()) {
    await folder.write(recipientKeyName(key), Buffer.concat([publicKey, privateKey]));
  }
  return { key, from: now, until: addMinutes(now, KEY_LIFE.used * DAY) };
}

/**
 * Keys that lie in a folder and that the journal does not know: made after the generation that this place was restored
 * from. They are not used again, and open what was sealed to them until they are destroyed like the others.
 */
export async function unknownKeys(
  folders: readonly SecretFolder[],
  known: readonly KnownKey[],
): Promise<readonly string[]> {
  const names = (await Promise.all(folders.map((folder) => folder.names()))).flat();
  const there = new Set(names.flatMap((name) => KEY_NAME.exec(name)?.[1] ?? []));
  return [...there].filter((key) => !known.some((one) => one.key === key));
}

/** The private halves of all keys that are left, by name: for opening envelopes. */
export async function privateKeys(folder: SecretFolder): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const key of (await folder.names()).flatMap((name) => KEY_NAME.exec(name)?.[1] ?? [])) {
    const halves = await readRecipientKey(folder, key);
    if (halves) found.set(key, halves.privateKey);
  }
  return found;
}

/** Destroys in both places what is past its day; gives what is to be written down. */
export async function destroyOldKeys(
  folders: readonly SecretFolder[],
  known: readonly KnownKey[],
  now: Instant,
): Promise<readonly string[]> {
  const over = known.filter((one) => dayOfInstant(now) >= destroyedFrom(one));
  for (const folder of folders) {
    const there = new Set(await folder.names());
    const names = over.map(({ key }) => recipientKeyName(key)).filter((name) => there.has(name));
    for (const name of names) await folder.destroy(name);
  }
  return over.filter(({ destroyed }) => destroyed === null).map(({ key }) => key);
}

/** The public halves of keys in use, for the outside: the last one is used. */
export async function keysToTell(
  folder: Pick<SecretFolder, 'read'>,
  known: readonly KnownKey[],
  now: Instant,
): Promise<OutwardBundle['recipientKeys']> {
  const inUse = known.filter(({ until, destroyed }) => destroyed === null && until > now);
  const halves = await Promise.all(inUse.map(({ key }) => readRecipientKey(folder, key)));
  return inUse.flatMap(({ from, until }, nth) => {
    const publicKey = halves[nth]?.publicKey;
    return publicKey ? [{ key: publicKey.toString('base64'), from, until }] : [];
  });
}

const DAY = 24 * 60;
