import { z } from 'zod';
import type { KeyFolder } from './key-folder.ts';

/**
 * What both zones know of each other (`certificates.ts`), kept in the second place: an inside that is restored finds the
 * outside that lives on elsewhere, and one that is made anew beside it can take its place.
 */
const NAME = 'pairing';

const INSIDE = [
  'courier-key',
  'courier-cert',
  'courier-cert-key',
  'outside-courier-public',
  'outside-cert',
] as const;
const OUTSIDE = [
  'courier-key',
  'courier-cert',
  'courier-cert-key',
  'inside-courier-public',
  'inside-cert',
] as const;

const schema = z.object({
  inside: z.record(z.string(), z.string()),
  outside: z.record(z.string(), z.string()),
});

/** Puts the pairing into the second place once it is complete. */
export async function keepPairing(inside: KeyFolder, outside: KeyFolder, second: KeyFolder): Promise<void> {
  if (await second.read(NAME)) return;
  const kept = { inside: await readAll(inside, INSIDE), outside: await readAll(outside, OUTSIDE) };
  await second.writeOnce(NAME, Buffer.from(JSON.stringify(kept)));
}

/** Gives both zones what they knew of each other, where nothing is there yet. */
export async function returnPairing(inside: KeyFolder, outside: KeyFolder, second: KeyFolder): Promise<void> {
  const kept = await second.read(NAME);
  if (!kept) return;
  const pairing = schema.parse(JSON.parse(kept.toString('utf8')));
  for (const [name, text] of Object.entries(pairing.inside)) await inside.writeOnce(name, Buffer.from(text));
  for (const [name, text] of Object.entries(pairing.outside))
    await outside.writeOnce(name, Buffer.from(text));
}

/** From the second place of the lost place into that of the new one. */
export async function carryPairing(from: KeyFolder, to: KeyFolder): Promise<void> {
  const kept = await from.read(NAME);
  if (kept) await to.writeOnce(NAME, kept);
}

async function readAll(folder: KeyFolder, names: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of names) {
    const secret = await folder.read(name);
    if (!secret) throw new Error(`The secret ${name} is missing from the key folder`);
    found[name] = secret.toString('utf8');
  }
  return found;
}
