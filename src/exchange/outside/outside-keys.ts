import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MarkerFile, OutsideKeys } from '../../gate/outside/outside-parts.ts';

const role = z.object({ user: z.string(), password: z.string() });
const roles = z.object({ owner: role, writer: role, reader: role });
const marker = z.object({ born: z.string(), outward: z.int(), inward: z.int() });

/** All secrets of the outside, out of its own key folder. */
export type OutsideSecrets = {
  readonly keys: OutsideKeys;
  readonly roles: Readonly<z.infer<typeof roles>>;
  /** The courier's line in PEM: our certificate, its key, and the only certificate that may come to us. */
  readonly line: { readonly cert: string; readonly key: string; readonly inside: string };
  readonly mailPassword: string | undefined;
  readonly marker: MarkerFile;
};

/** Reads the key folder once. A secret that is missing is an error that names it. */
export async function readOutsideSecrets(folder: string): Promise<OutsideSecrets> {
  const bytes = async (name: string) => {
    const found = await optional(join(folder, name));
    if (!found) throw new Error(`The secret ${name} is missing from ${folder}`);
    return found;
  };
  const text = async (name: string) => (await bytes(name)).toString('utf8');
  const keys = {
    pepper: await bytes('pepper'),
    secret: await bytes('limits'),
    signing: await text('courier-key'),
    inside: await text('inside-courier-public'),
  };
  const line = {
    cert: await text('courier-cert'),
    key: await text('courier-cert-key'),
    inside: await text('inside-cert'),
  };
  return {
    keys,
    line,
    roles: roles.parse(JSON.parse(await text('database-roles'))),
    mailPassword: (await optional(join(folder, 'mail-password')))?.toString('utf8').trim(),
    marker: markerIn(join(folder, 'courier-marker')),
  };
}

function markerIn(path: string): MarkerFile {
  return {
    read: async () => {
      const found = await optional(path);
      return found && marker.parse(JSON.parse(found.toString('utf8')));
    },
    // Whole and on disk before it counts, as every secret is written.
    write: async (now) => {
      const draft = await open(`${path}.new`, 'w', 0o600);
      try {
        await draft.writeFile(JSON.stringify(now));
        await draft.sync();
      } finally {
        await draft.close();
      }
      await rename(`${path}.new`, path);
    },
  };
}

async function optional(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
