import pg from 'pg';
import { execute } from '../../src/gate/execute.ts';
import type { Place } from '../../src/place/place.ts';
import type { ConnectionConfig, Database, Statement } from '../../src/store/connection.ts';
import { benchPlace } from './bench-place.ts';
import { median, peakMb, type Line, type PartResult } from './part.ts';
import { plannedVisits, type PlannedVisit } from './planned-visits.ts';

const CONNECTIONS = [1, 8];

/** How many commands one round sends on each way. */
const COMMANDS = 250;

/** The write statements of one command with their values, in the order in which the gate sends them. */
type Writes = readonly { readonly statement: Statement; readonly values: readonly unknown[] }[];

type Round = { readonly perSecond: number; readonly cpuMs: number };

/**
 * `visit.complete` through the gate, one command a transaction, against a loop that sends the same write statements
 * with values made for other women of the same kind: prepared, one by one, between `begin` and `commit`.
 */
export async function gateBench(rounds: number): Promise<PartResult> {
  const home = await benchPlace('2026-05-20');
  try {
    const each = COMMANDS * CONNECTIONS.length * 2;
    const visits = [...(await plannedVisits(home, each * (rounds + 1)))];
    home.setNow('2026-06-30');
    const take = () => visits.splice(0, COMMANDS);
    const lines: Line[] = [];
    const measured = new Map<number, Measured>(CONNECTIONS.map((count) => [count, { gate: [], bare: [] }]));
    for (let round = 0; round <= rounds; round += 1) {
      for (const [count, { gate, bare }] of measured) {
        const through = await throughGate(home.place, take(), count);
        const beside = await besideIt(home.place, take(), count);
        // The first round warms up and does not count.
        if (round > 0) gate.push(through);
        if (round > 0) bare.push(beside);
      }
    }
    for (const [count, { gate, bare }] of measured) {
      const on = count === 1 ? '1 connection' : `${count} connections`;
      const ratios = gate.map((one, at) => (100 * one.perSecond) / (bare[at]?.perSecond ?? 1));
      const speed = (of: readonly Round[]) => median(of.map((one) => one.perSecond));
      lines.push(
        { what: `visit.complete through the gate, ${on}`, measured: speed(gate), unit: '/s' },
        { what: `its bare write statements, ${on}`, measured: speed(bare), unit: '/s' },
        { what: `gate of bare, ${on}`, measured: median(ratios), unit: '%', atLeast: 45 },
        {
          what: `node CPU a command, ${on}`,
          measured: median(gate.map((one) => one.cpuMs)),
          unit: 'ms',
          atMost: 2,
        },
      );
    }
    return { lines, peakMb: peakMb() };
  } finally {
    await home.remove();
  }
}

type Measured = { readonly gate: Round[]; readonly bare: Round[] };

async function throughGate(
  place: Place,
  visits: readonly PlannedVisit[],
  connections: number,
): Promise<Round> {
  return timed(visits, connections, () => async (visit) => {
    const call = { row: 'visit.complete', input: visit.record };
    const outcome = await place.execute([call], { actor: visit.visitor });
    if (!outcome.ok) throw new Error(`Refused: ${outcome.error.refused}`);
  });
}

async function besideIt(place: Place, visits: readonly PlannedVisit[], connections: number): Promise<Round> {
  const commands: Writes[] = [];
  for (const visit of visits) commands.push(await writesOf(place, visit));
  const clients = await Promise.all(Array.from({ length: connections }, () => connected(place.owner)));
  for (const client of clients) await prepare(client, commands);
  const round = await timed(commands, connections, (worker) => async (writes) => {
    const client = clients[worker];
    await client?.query('begin');
    for (const { statement, values } of writes) await client?.query({ ...statement, values: [...values] });
    await client?.query('commit');
  });
  await Promise.all(clients.map((client) => client.end()));
  return round;
}

/** Runs `work` on every item, so many at a time. */
async function timed<Item>(
  items: readonly Item[],
  workers: number,
  workOf: (worker: number) => (item: Item) => Promise<void>,
): Promise<Round> {
  const waiting = items.values();
  const cpu = process.cpuUsage();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const work = workOf(worker);
      for (const item of waiting) await work(item);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const spent = process.cpuUsage(cpu);
  return { perSecond: items.length / seconds, cpuMs: (spent.user + spent.system) / 1000 / items.length };
}

class TakenBack extends Error {}

/**
 * What the gate writes for a command, down to the ciphertexts: it is carried out for once with somebody reading along,
 * and taken back before the commit.
 */
async function writesOf(place: Place, visit: PlannedVisit): Promise<Writes> {
  const writes: { statement: Statement; values: readonly unknown[] }[] = [];
  const database: Database = {
    ...place.database,
    write: (work) =>
      place.database.write(async (writer) => {
        await work({
          ...writer,
          rows: (statement, values = []) => {
            if (statement.name === OPEN) writes.push(idempotencyRow(values));
            else if (WRITES.test(statement.text)) writes.push({ statement, values });
            return writer.rows(statement, values);
          },
        });
        throw new TakenBack();
      }),
  };
  const call = { row: 'visit.complete', input: visit.record };
  try {
    const outcome = await execute({ ...place.parts, database }, [call], { actor: visit.visitor });
    throw new Error(`Not read along: ${outcome.ok ? 'committed' : outcome.error.refused}`);
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  return writes;
}

const WRITES = /^\s*(insert|update|delete)\b/;
const OPEN = 'open-command';

/** Opening a command reads and locks; the one row that it writes is this. */
function idempotencyRow([actor, , key, digest, at]: readonly unknown[]): Writes[number] {
  return {
    statement: {
      name: 'bench-idempotency',
      text: 'insert into idempotency (actor, key, digest, at) values ($1, $2, $3, $4)',
    },
    values: [actor, key, digest, at],
  };
}

async function connected(config: ConnectionConfig): Promise<pg.Client> {
  const client = new pg.Client(config);
  await client.connect();
  return client;
}

/** Has every statement prepared before the clock runs, with values that are rolled back. */
async function prepare(client: pg.Client, commands: readonly Writes[]): Promise<void> {
  for (const writes of commands.slice(0, 6)) {
    await client.query('begin');
    for (const { statement, values } of writes) await client.query({ ...statement, values: [...values] });
    await client.query('rollback');
  }
}
