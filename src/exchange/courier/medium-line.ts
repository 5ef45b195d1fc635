import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CourierState } from '../../domain/portal/bundle.ts';
import { isSignedBy } from '../../security/signature.ts';
import { bundleFiles, textOf, writeWhole } from './bundle-files.ts';
import type { CourierLine, LineTrouble } from './courier-line.ts';
import { readSigned, readState } from './read-bundle.ts';

/** Where the outside says how it stands, signed, on a medium. */
export const STATE_FILE = 'state.json';

/** `dir`: the medium. `kept`: a folder of the inside that remembers the youngest state, so that an old medium misleads nobody. */
export type MediumWish = { readonly dir: string; readonly kept: string; readonly outsidePublic: string };

/**
 * The line of a place whose networks may not touch: signed files in a folder that somebody carries (design 2, media). A
 * bundle lies there until the outside has said that it took it.
 */
export function mediumLine({ dir, kept, outsidePublic }: MediumWish): CourierLine {
  const [out, inward] = [bundleFiles(dir, 'out'), bundleFiles(dir, 'in')];
  return {
    waits: true,
    state: async () => {
      const here = await stateIn(dir, outsidePublic);
      if (!here.ok) return here;
      const known = await stateIn(kept, outsidePublic);
      const before = known.ok ? known.value : undefined;
      const youngest = here.value && (!before || here.value.at >= before.at) ? here.value : before;
      if (!youngest) return err({ type: 'no-state', dir });
      if (youngest.file !== before?.file) {
        await mkdir(kept, { recursive: true, mode: 0o700 });
        await writeWhole(kept, join(kept, STATE_FILE), youngest.file);
      }
      return ok(youngest.state);
    },
    sendOutward: async (n, bundle) => {
      await out.write(n, bundle);
      return ok({ result: 'taken' });
    },
    fetchInward: async (n) => {
      const bundle = await inward.read(n);
      if (bundle) return ok(bundle);
      const later = (await inward.numbers()).some((one) => one > n);
      return later ? err({ type: 'bundle-missing', n }) : ok(undefined);
    },
    close: () => Promise.resolve(),
  };
}

type Stated = { readonly state: CourierState; readonly at: string; readonly file: string };

const stated = z.object({ at: z.string(), state: z.unknown() });

async function stateIn(dir: string, outsidePublic: string): Promise<Result<Stated | undefined, LineTrouble>> {
  const file = await textOf(join(dir, STATE_FILE));
  if (file === undefined) return ok(undefined);
  const signed = readSigned(file);
  if (!signed || !isSignedBy(outsidePublic, signed.text, signed.signature)) {
    return err({ type: 'state-altered', dir });
  }
  const read = stated.safeParse(JSON.parse(signed.text));
  const state = read.success ? readState(JSON.stringify(read.data.state)) : undefined;
  return read.success && state ? ok({ state, at: read.data.at, file }) : err({ type: 'state-altered', dir });
}
