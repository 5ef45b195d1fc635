import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { instantAt, type Instant } from '../../src/domain/basics/instant.ts';
import { date, type CivilDate } from '../../src/domain/basics/civil-date.ts';
import { initPlace } from '../../src/place/init-place.ts';
import { openPlace, type Works } from '../../src/place/open-place.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import type { Programme } from '../../src/programmes/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import type { AccountId } from '../../src/domain/basics/ids.ts';
import { testCluster } from './cluster.ts';

/** A place of its own for one test file: real server, real keys, a clock that the test sets. */
export type TestPlace = {
  readonly place: Place;
  readonly dir: string;
  readonly works: Works;
  readonly setNow: (day: string, time?: string) => void;
  /** Opens the account of somebody with these roles and gives the id. */
  readonly person: (...roles: RoleName[]) => Promise<AccountId>;
  /** Opens the same place again, as another process would. */
  readonly again: () => Promise<Place>;
};

export async function testPlace(at = '2026-05-01', programme: Programme = chiyodaVisit): Promise<TestPlace> {
  const cluster = await testCluster();
  const dir = await mkdtemp(join(tmpdir(), 'mimamori-place-'));
  let now: Instant = instantAt(date(at), '10:00');
  const works: Works = {
    now: () => now,
    ids: randomIds(),
    server: {
      connection: (database, user, password) => ({
        host: cluster.socketDir,
        port: cluster.port,
        database,
        user,
        password,
      }),
      admin: () => cluster.admin('postgres'),
      release: () => Promise.resolve(),
    },
  };
  const database = `t_${randomIds().fresh('entry').slice(6)}`;
  const made = await initPlace({ dataDir: dir, programme, tryout: true, database }, works);
  if (!made.ok) throw new Error(`The place was not made: ${JSON.stringify(made.error)}`);
  const place = made.value;
  const opened: Place[] = [place];
  after(async () => {
    for (const one of opened) await one.close();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    place,
    dir,
    works,
    setNow: (day, time = '10:00') => {
      now = instantAt(date(day), time);
    },
    person: (...roles) => installPerson(place, roles, programme.rules.contract.to),
    again: async () => {
      const other = await openPlace(dir, programme, works);
      if (!other.ok) throw new Error('The place does not open again');
      opened.push(other.value);
      return other.value;
    },
  };
}

async function installPerson(place: Place, roles: readonly RoleName[], until: CivilDate): Promise<AccountId> {
  const account = randomIds().fresh('account');
  const done = await place.execute(
    [
      {
        row: 'account.install',
        input: { account, holder: `holder-${account}`, name: '見本 太郎', roles, until },
      },
    ],
    { actor: 'system:init' },
  );
  if (!done.ok) throw new Error(`The account was not opened: ${done.error.refused}`);
  return account;
}
