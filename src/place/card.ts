import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const schema = z.object({
  programme: z.string(),
  /** A place made for trying out is marked for ever: pages and papers say 見本. */
  tryout: z.boolean(),
  /** Folder of the second copy of the programme keys, off this host for real data. */
  secondPlace: z.string(),
  database: z.string(),
  anchorPublicKey: z.string(),
  createdAt: z.string(),
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

export async function writeCard(path: string, card: PlaceCard): Promise<void> {
  await writeFile(path, `${JSON.stringify(card, null, 2)}\n`, { mode: 0o600 });
}
