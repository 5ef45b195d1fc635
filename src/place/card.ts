import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Instant } from '../domain/basics/instant.ts';

const instant = z.string().transform((text) => text as Instant);

const card = z.object({
  programme: z.string(),
  /** A place made for trying out is marked for ever: pages and papers say 見本. */
  tryout: z.boolean(),
  /** Folder of the second copy of the programme keys, off this host for real data. */
  secondPlace: z.string(),
  database: z.string(),
  anchorPublicKey: z.string(),
  createdAt: z.string(),
  /**
   * Only of a town that was lived by a driven clock: the moment at which it stands, and the real one at which somebody
   * first opened it; from then on its time goes by as the real one does.
   */
  clock: z.object({ town: instant, since: instant.optional() }).optional(),
});

/** A real place has the real time: a card that says otherwise was altered. */
const schema = card.refine(({ tryout, clock }) => tryout || clock === undefined, {
  message: 'only a try-out place has a clock of its own',
});

/** The card of a place: what it is, no secrets. */
export type PlaceCard = Readonly<z.infer<typeof schema>>;

export async function readCard(path: string): Promise<PlaceCard | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  return schema.parse(JSON.parse(text));
}

/** Whole or not at all: whoever reads it meanwhile reads the one before. */
export async function writeCard(path: string, card: PlaceCard): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(card, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, path);
}
