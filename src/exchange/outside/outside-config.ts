import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Instant } from '../../domain/basics/instant.ts';

const port = z.int().min(0).max(65_535);

const schema = z.object({
  programme: z.string(),
  tryout: z.boolean(),
  /** Where the database of the outside listens; its passwords lie in the key folder. */
  database: z.object({ host: z.string(), port: z.int(), database: z.string() }),
  /**
   * Where the pages are served, and under which address residents see them. Behind a proxy it ends TLS, passes on Host and
   * says who asks in X-Forwarded-For.
   */
  portal: z.object({
    host: z.string(),
    port,
    origin: z.string().optional(),
    proxied: z.boolean().optional(),
  }),
  /** Where the inside's courier comes to, by TLS with both ends pinned. */
  courier: z.object({ host: z.string(), port }),
  /** The mail server; its password is the secret `mail-password`. Without one mail waits inside, in a try-out it becomes files. */
  mail: z
    .object({
      host: z.string(),
      port: z.int(),
      secure: z.boolean(),
      user: z.string().optional(),
      from: z.string(),
      returnTo: z.string(),
      demandTls: z.boolean(),
      /** Folder in which returned mail is laid (`new` of a Maildir). */
      bounces: z.string().optional(),
    })
    .optional(),
  /** Only in a try-out place: see `domain/place/town-clock.ts`. */
  clock: z
    .object({
      town: z.string().transform((text) => text as Instant),
      since: z.string().transform((text) => text as Instant),
    })
    .optional(),
});

/** What the outside process is told beside its keys: `outside.json` in its folder, no secrets. */
export type OutsideConfig = Readonly<z.infer<typeof schema>>;

export const OUTSIDE_CONFIG = 'outside.json';

/** On this machine alone, until somebody opens them. */
export const USUAL_PORTS = { portal: 4100, courier: 4101 } as const;

/** Nothing where there is none; a file that is none of ours is an error that names it. */
export async function readOutsideConfig(path: string): Promise<OutsideConfig | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const read = schema.safeParse(JSON.parse(text));
  if (!read.success)
    throw new Error(`${path} is not a configuration of the outside: ${read.error.issues[0]?.path.join('.')}`);
  return read.data;
}
