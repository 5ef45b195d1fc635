import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../domain/basics/instant.ts';
import type { CourierEnd } from '../../domain/portal/bundle.ts';
import { bundleFiles, writeWhole } from '../courier/bundle-files.ts';
import { STATE_FILE } from '../courier/medium-line.ts';

export type DropFolder = {
  readonly end: CourierEnd;
  /** `bundles/in`: what was carried here; `bundles/out`: what is to be carried inside. */
  readonly dir: string;
  readonly now: () => Instant;
  /** With the outside's courier key. */
  readonly sign: (text: string) => string;
};

export type DropTally = {
  readonly taken: number;
  readonly made: number;
  /** A bundle that was not taken is set aside under a name that says why. */
  readonly refused: readonly { readonly n: number; readonly why: string }[];
};

/** Bundles that were made before and may have been lost on the way lie there again. */
const AGAIN = 50;

/**
 * The outside's end for media: takes in order what lies in `in`, and lays into `out` what the inside must have, with a
 * signed word on how the outside stands. Done again it changes nothing.
 */
export async function exchangeDropFolder({ end, dir, now, sign }: DropFolder): Promise<DropTally> {
  const [come, go] = [join(dir, 'in'), join(dir, 'out')];
  await mkdir(come, { recursive: true, mode: 0o700 });
  await mkdir(go, { recursive: true, mode: 0o700 });
  const [inFiles, outFiles] = [bundleFiles(come, 'out'), bundleFiles(go, 'in')];
  const refused: { n: number; why: string }[] = [];
  let taken = 0;
  for (const n of await inFiles.numbers()) {
    const bundle = await inFiles.read(n);
    if (!bundle) continue;
    const answer = await end.takeOutward(bundle);
    if (answer.result === 'refused') {
      refused.push({ n, why: answer.why });
      const name = `out-${String(n).padStart(6, '0')}`;
      await rename(join(come, `${name}.json`), join(come, `${name}.${answer.why}`));
      continue;
    }
    if (answer.result === 'taken') taken += 1;
    await inFiles.remove(n);
  }
  if (taken > 0) await end.heard();
  const { inwardMade } = await end.state();
  let made = 0;
  const there = new Set(await outFiles.numbers());
  for (let n = Math.max(1, inwardMade - AGAIN); ; n += 1) {
    const bundle = await end.makeInward(n);
    if (!bundle && n > inwardMade) break;
    if (!bundle || there.has(n)) continue;
    await outFiles.write(n, bundle);
    made += 1;
  }
  const text = JSON.stringify({ at: now(), state: await end.state({ seats: true }) });
  await writeWhole(go, join(go, STATE_FILE), JSON.stringify({ text, signature: sign(text) }));
  return { taken, made, refused };
}
