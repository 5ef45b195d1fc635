import { streamOf } from '../domain/stream-of.ts';
import { isGenuine, type Anchor } from '../security/checkpoint.ts';
import type { KeyRing } from '../security/programme-key.ts';
import type { Reader, Row, Statement } from './connection.ts';
import type { Damage } from './damage.ts';
import { factOf } from './journal.ts';
import { bytes, text, whole } from './row.ts';
import { FIRST_HASH, linkHash, type Chain } from './seal-chain.ts';
import { verifyVault } from './vault/verify-vault.ts';

/** Result of `mimamori verify`. Rows younger than `anchoredTo` are chained but not yet sworn to outside the database. */
export type Verification = {
  readonly sealed: { readonly journal: number; readonly access: number };
  readonly unsealed: { readonly journal: number; readonly access: number };
  readonly anchoredTo: { readonly journal: number; readonly access: number; readonly at: string | null };
  readonly ok: boolean;
  readonly damage: readonly Damage[];
};

const TABLES = {
  journal: { rows: 'fact', seal: 'journal_seal' },
  access: { rows: 'access_entry', seal: 'access_seal' },
} as const;

const CHUNK = 10_000;

/** What stands beside the line of a fact and follows from it; an entry of the log has nothing beside its line. */
const BESIDE = { journal: ', r.stream, r.version, r.type', access: '' } as const;

const links = (chain: Chain): Statement => ({
  name: `verify-links-${chain}`,
  text: `select s.seq, s.hash, r.line${BESIDE[chain]} from ${TABLES[chain].seal} s
         left join ${TABLES[chain].rows} r on r.ord = s.ord where s.seq > $1 order by s.seq limit ${CHUNK}`,
});

const notSealed = (chain: Chain): Statement => ({
  name: `verify-open-${chain}`,
  text: `select count(*) as rows, count(*) filter (where r.tx < m.upto) as overdue
         from ${TABLES[chain].rows} r
         cross join (select coalesce(max(upto), 0) as upto from seal_mark where chain = '${chain}') m
         where not exists (select 1 from ${TABLES[chain].seal} s where s.ord = r.ord)`,
});

/** Reads both chains and the vault on one snapshot and holds them against each other and against the anchors. */
export async function verify(
  reader: Reader,
  anchors: readonly Anchor[],
  publicPem: string,
  ring: KeyRing,
): Promise<Verification> {
  const damage: Damage[] = [];
  const genuine = anchors.filter((anchor, index) => {
    if (isGenuine(publicPem, anchor)) return true;
    damage.push({ book: 'anchors', at: String(index + 1), what: 'the signature of this anchor is not ours' });
    return false;
  });
  const wrote = new Map<string, { version: number; digest: string }>();
  const forgot = new Set<string>();
  const placed = new Map<string, number>();
  const journal = await walk(reader, 'journal', genuine, damage, (line, row) => misplaced(line, row, placed));
  const access = await walk(reader, 'access', genuine, damage, (line) => remember(line, wrote, forgot));
  const open = {
    journal: await openRows(reader, 'journal', damage),
    access: await openRows(reader, 'access', damage),
  };
  await readUnsealedWrites(reader, wrote, forgot);
  damage.push(...(await verifyVault(reader, ring, wrote, forgot)));
  const last = genuine.at(-1);
  return {
    sealed: { journal, access },
    unsealed: open,
    anchoredTo: { journal: last?.journal.seq ?? 0, access: last?.access.seq ?? 0, at: last?.at ?? null },
    ok: damage.length === 0,
    damage,
  };
}

async function walk(
  reader: Reader,
  chain: Chain,
  anchors: readonly Anchor[],
  damage: Damage[],
  /** Looks at a row whose line is the one that was sealed; gives what is wrong with it. */
  see: (line: string, row: Row) => string | undefined,
): Promise<number> {
  const sworn = new Map(anchors.map((anchor) => [anchor[chain].seq, anchor[chain].hash]));
  let before = FIRST_HASH;
  let seq = 0;
  for (;;) {
    const rows = await reader.rows(links(chain), [seq]);
    if (rows.length === 0) break;
    for (const row of rows) {
      const number = whole(row, 'seq');
      if (number !== seq + 1)
        damage.push({ book: chain, at: String(seq + 1), what: 'a link of the chain is missing' });
      seq = number;
      const stored = bytes(row, 'hash');
      if (row['line'] === null) {
        damage.push({ book: chain, at: String(seq), what: 'the row of this link is missing' });
      } else {
        const line = text(row, 'line');
        const what = linkHash(before, seq, line).equals(stored)
          ? see(line, row)
          : 'the row was changed after it was sealed';
        if (what !== undefined) damage.push({ book: chain, at: String(seq), what });
      }
      const oath = sworn.get(seq);
      if (oath !== undefined && oath !== stored.toString('hex')) {
        damage.push({
          book: chain,
          at: String(seq),
          what: 'the chain is not the one that was sworn to outside',
        });
      }
      before = stored;
    }
  }
  const furthest = Math.max(0, ...sworn.keys());
  if (furthest > seq) {
    damage.push({
      book: chain,
      at: String(seq + 1),
      what: `the tail is cut: ${furthest} rows were sworn to, ${seq} are here`,
    });
  }
  return seq;
}

/** Stream, version and type are not in the line: changed alone they would give a fact to another woman. */
function misplaced(line: string, row: Row, placed: Map<string, number>): string | undefined {
  const fact = factOf(line);
  const { kind, id } = streamOf(fact);
  const stream = `${kind}:${id}`;
  const version = (placed.get(stream) ?? 0) + 1;
  placed.set(stream, version);
  if (text(row, 'stream') !== stream || text(row, 'type') !== fact.type)
    return 'the row stands in a stream that it does not belong to';
  return whole(row, 'version') === version
    ? undefined
    : 'the facts of this stream are not in the order they were written';
}

async function openRows(reader: Reader, chain: Chain, damage: Damage[]): Promise<number> {
  const [row] = await reader.rows(notSealed(chain));
  const overdue = row ? whole(row, 'overdue') : 0;
  if (overdue > 0)
    damage.push({ book: chain, at: 'unsealed', what: `${overdue} rows stand outside the chain` });
  return row ? whole(row, 'rows') : 0;
}

const UNSEALED_ENTRIES: Statement = {
  name: 'verify-unsealed-entries',
  text: `select r.line from access_entry r
         where not exists (select 1 from access_seal s where s.ord = r.ord) order by r.tx, r.ord`,
};

async function readUnsealedWrites(
  reader: Reader,
  wrote: Map<string, { version: number; digest: string }>,
  forgot: Set<string>,
): Promise<void> {
  for (const row of await reader.rows(UNSEALED_ENTRIES)) remember(text(row, 'line'), wrote, forgot);
}

function remember(
  line: string,
  wrote: Map<string, { version: number; digest: string }>,
  forgot: Set<string>,
): undefined {
  if (!line.includes('"wrote"') && !line.includes('"forgot"')) return;
  const entry: { wrote?: readonly [string, string, string, number, string][]; forgot?: readonly string[] } =
    JSON.parse(line);
  for (const [person, section, item, version, digest] of entry.wrote ?? []) {
    const slot = `${person}|${section}|${item}`;
    // Two commands on one person may be sealed in another order than they committed: the highest version counts.
    if ((wrote.get(slot)?.version ?? 0) < version) wrote.set(slot, { version, digest });
  }
  for (const person of entry.forgot ?? []) forgot.add(person);
}
