import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt, type Instant } from '../../src/domain/basics/instant.ts';
import type { AccountId } from '../../src/domain/basics/ids.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import { intake, type IntakeWish, type TakenIn } from '../../src/exchange/intake/intake.ts';
import type { Receipt } from '../../src/gate/execute.ts';
import { initPlace } from '../../src/place/init-place.ts';
import type { Works } from '../../src/place/open-place.ts';
import type { Place } from '../../src/place/place.ts';
import { screening } from '../../src/programmes/screening/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { testCluster } from './cluster.ts';
import { month } from './read-ward-list.ts';
import { HAND_OVER, value } from './take-in.ts';
import { PASSWORD, wardFile, type Cells } from './ward-file.ts';

/** A place of the recall of insured persons, with a clock that the test sets. */
export type ScreeningPlace = {
  readonly place: Place;
  readonly dir: string;
  readonly works: Works;
  readonly setNow: (day: string, time?: string) => void;
  readonly person: (...roles: RoleName[]) => Promise<AccountId>;
  /** A refusal fails the test with its code. */
  readonly done: (by: string, row: string, input: object, second?: string) => Promise<Receipt>;
  readonly asked: <Answer>(by: string, question: string, input: object) => Promise<Answer>;
  readonly takeIn: (by: string, rows: readonly Cells[], wish?: Partial<IntakeWish>) => Promise<TakenIn>;
};

export async function screeningPlace(at = '2026-06-01'): Promise<ScreeningPlace> {
  const cluster = await testCluster();
  const dir = await mkdtemp(join(tmpdir(), 'mimamori-screening-'));
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
  const made = await initPlace({ dataDir: dir, programme: screening, tryout: true, database }, works);
  if (!made.ok) throw new Error(`The place was not made: ${made.error.type}`);
  const place = made.value;
  after(async () => {
    await place.close();
    await rm(dir, { recursive: true, force: true });
  });
  return {
    place,
    dir,
    works,
    setNow: (day, time = '10:00') => {
      now = instantAt(date(day), time);
    },
    person: async (...roles) => {
      const account = randomIds().fresh('account');
      const input = { account, holder: `holder-${account}`, name: '見本 太郎', roles, until: '2027-01-31' };
      const opened = await place.execute([{ row: 'account.install', input }], { actor: 'system:init' });
      if (!opened.ok) throw new Error(`The account was not opened: ${opened.error.refused}`);
      return account;
    },
    done: async (by, row, input, second) => {
      const done = await place.execute([{ row, input }], { actor: by, ...(second ? { second } : {}) });
      if (!done.ok) throw new Error(`${row} was refused: ${done.error.refused}`);
      return done.value;
    },
    asked: async <Answer>(by: string, question: string, input: object) => {
      const answer = await place.ask(question, input, { actor: by });
      if (!answer.ok) throw new Error(`${question} was refused: ${answer.error.refused}`);
      return answer.value as Answer;
    },
    takeIn: async (by, rows, wish = {}) => {
      const bytes = await wardFile(rows, { encoding: 'utf-8' });
      const taken = value(
        await intake(
          place,
          bytes,
          {
            kind: 'targets',
            months: [month('2026-06')],
            password: PASSWORD,
            handOver: { ...HAND_OVER, at: '2026-06-01T09:00' },
            commit: true,
            ...wish,
          },
          { actor: by },
        ),
      );
      assert.equal(taken.notCommitted?.refused, undefined);
      assert.ok(taken.committed);
      return taken;
    },
  };
}
