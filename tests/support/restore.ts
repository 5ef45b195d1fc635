import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { Result } from '../../src/domain/basics/result.ts';
import type { Works } from '../../src/place/open-place.ts';
import { restorePlace, type NotRestored, type Restored } from '../../src/place/restore-place.ts';
import type { RestoreWish } from '../../src/place/restore-source.ts';
import { programmes } from '../../src/programmes/all.ts';
import { randomIds } from '../../src/security/random-ids.ts';

const opened: Restored[] = [];
const folders: string[] = [];

// Here and not in the function: a hook set inside a running test would end with that test.
after(async () => {
  for (const { place } of opened) await place.close();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

/** Restores into an empty data directory and a database of its own, both gone when the test file ends. */
export async function testRestore(
  works: Works,
  wish: Pick<RestoreWish, 'from' | 'keys'> & Partial<RestoreWish>,
): Promise<Result<Restored, NotRestored>> {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-restored-'));
  folders.push(folder);
  const restored = await restorePlace(
    {
      dataDir: join(folder, 'data'),
      programmes,
      database: `t_${randomIds().fresh('entry').slice(6)}`,
      ...wish,
    },
    works,
  );
  if (restored.ok) opened.push(restored.value);
  return restored;
}
