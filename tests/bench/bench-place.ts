import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt, type Instant } from '../../src/domain/basics/instant.ts';
import { initPlace } from '../../src/place/init-place.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';

/** A place on a private cluster of its own, as `init` makes it: fsync on, settings as in earnest. */
export type BenchPlace = {
  readonly place: Place;
  readonly dataDir: string;
  readonly setNow: (day: string) => void;
  /** Carries out a list of commands that must succeed; their facts. */
  readonly done: (
    calls: readonly (readonly [row: string, input: object])[],
    actor: string,
  ) => Promise<readonly { readonly type: string; readonly [field: string]: unknown }[]>;
  readonly person: (...roles: readonly string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
};

export async function benchPlace(at: string): Promise<BenchPlace> {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-bench-'));
  await chmod(folder, 0o711); // started as root, the server runs under an account that must get through here
  const dataDir = join(folder, 'data');
  const ids = randomIds();
  let now: Instant = instantAt(date(at), '10:00');
  const made = await initPlace({ dataDir, programme: chiyodaVisit, tryout: true }, { ids, now: () => now });
  if (!made.ok) throw new Error(`The place was not made: ${made.error.type}`);
  let closed: Promise<void> | undefined;
  const place = { ...made.value, close: () => (closed ??= made.value.close()) };
  const done: BenchPlace['done'] = async (calls, actor) => {
    const outcome = await place.execute(
      calls.map(([row, input]) => ({ row, input })),
      { actor },
    );
    if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.error)}`);
    return outcome.value.facts;
  };
  return {
    place,
    dataDir,
    done,
    setNow: (day) => {
      now = instantAt(date(day), '10:00');
    },
    person: async (...roles) => {
      const account = ids.fresh('account');
      const input = { account, holder: `holder-${account}`, name: '見本 太郎', roles, until: '2027-03-31' };
      await done([['account.install', input]], 'system:init');
      return account;
    },
    remove: async () => {
      await place.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
