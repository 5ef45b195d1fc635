import { readdir } from 'node:fs/promises';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Programme } from '../programmes/programme.ts';
import { readCard } from './card.ts';
import { foldersOf } from './folders.ts';

/** Which programme is meant cannot be told: why, and what to say instead. */
export type NotChosen = { readonly type: string; readonly sentence: string };

/** The programme named, or the only one in the data directory. */
export async function chooseProgramme(
  dataDir: string,
  id: string | undefined,
  programmes: readonly Programme[],
): Promise<Result<Programme, NotChosen>> {
  if (id !== undefined) {
    const named = programmes.find((one) => one.id === id);
    return named ? ok(named) : err(unknownProgramme(id, programmes));
  }
  const here: Programme[] = [];
  for (const name of await readdir(dataDir).catch(() => [])) {
    const programme = programmes.find((one) => one.id === name);
    if (programme && (await readCard(foldersOf(dataDir, name).card))) here.push(programme);
  }
  const [only] = here;
  if (only && here.length === 1) return ok(only);
  return err({
    type: here.length === 0 ? 'no-place' : 'several-programmes',
    sentence:
      here.length === 0
        ? `${dataDir} に事業の置き場所がありません。先に mimamori init --programme ID で作ってください。`
        : `事業が複数あります。--programme で選んでください: ${here.map((one) => one.id).join('、')}`,
  });
}

function unknownProgramme(id: string, programmes: readonly Programme[]): NotChosen {
  return {
    type: 'unknown-programme',
    sentence: `事業「${id}」はありません。選べるもの: ${programmes.map((one) => one.id).join('、')}`,
  };
}
