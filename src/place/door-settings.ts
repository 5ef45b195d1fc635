import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { ROLE_NAMES } from '../gate/inside/account.ts';
import type { Folders } from './folders.ts';
import type { DoorSettings } from './sign-in-house.ts';

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/;
const path = z.string().refine((text) => isAbsolute(text), { message: 'a whole path from the root on' });

const schema = z
  .strictObject({
    /** The address of this machine that is listened at; without it the one that only this machine reaches. */
    host: z.string().default('127.0.0.1'),
    /** As the staff see the desk. Passkeys belong to its name: another name later, and they are all lost. */
    origin: z.string().regex(ORIGIN).optional(),
    /** The allow-list (SEC-15-1), by role where it is not for all. */
    networks: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z0-9-]{1,40}$/),
          ranges: z.array(z.string()).min(1),
          roles: z.array(z.enum(ROLE_NAMES)).optional(),
        }),
      )
      .min(1)
      .default([{ name: 'this-machine', ranges: ['127.0.0.0/8', '::1/128'] }]),
    /** A file of leaked or common passwords, one a line. */
    listedPasswords: path.optional(),
    /** Files in PEM: the desk ends TLS itself. */
    tls: z.strictObject({ cert: path, key: path }).optional(),
    /** A proxy of ours ends TLS and writes the asker's address last into X-Forwarded-For. */
    proxied: z.boolean().default(false),
  })
  .refine(({ host, tls, proxied }) => isHere(host) || tls !== undefined || proxied, {
    message: 'the desk is reached from other machines by TLS only: tls or proxied',
  })
  .refine(({ origin, tls, proxied }) => !(tls ?? proxied) || origin?.startsWith('https://') === true, {
    message: 'with TLS the origin is https://…',
  });

/** What the operator has set about the door, as it is used: everything that was not said is this machine alone. */
export type DeskSettings = Omit<DoorSettings, 'site'> & {
  readonly host: string;
  readonly origin: string | undefined;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | undefined;
  readonly proxied: boolean;
};

/** In the folder of the inside, written by the operator; no secrets. */
export const DESK_CONFIG = 'desk.json';

/** Nothing set is a desk for this machine alone. A file that says something wrong stops: it is never read halfway. */
export async function readDeskSettings({ inside }: Pick<Folders, 'inside'>): Promise<DeskSettings> {
  const file = join(inside, DESK_CONFIG);
  const read = schema.safeParse(await jsonIn(file));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Error(`${file} is not a configuration of the desk: ${issue?.path.join('.')} ${issue?.message}`);
  }
  const { tls, networks, listedPasswords, origin, host, proxied } = read.data;
  return {
    host,
    origin,
    proxied,
    networks: networks.map(({ name, ranges, roles }) => ({ name, ranges, ...(roles ? { roles } : {}) })),
    ...(listedPasswords === undefined ? {} : { listedPasswords }),
    tls: tls && { cert: await readFile(tls.cert), key: await readFile(tls.key) },
  };
}

function isHere(host: string): boolean {
  return host === '127.0.0.1' || host === '::1' || host === 'localhost';
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
