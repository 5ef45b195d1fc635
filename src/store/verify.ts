import { isGenuine, type Anchor } from '../security/checkpoint.ts';
import type { Reader, Statement } from './connection.ts';
import type { Damage } from './damage.ts';
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

const links = (chain: Chain): Statement => ({
  name: `verify-links-${chain}`,
  text: `select s.seq, s.hash, r.line from ${TABLES[chain].seal} s
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
): Promise<Verification> {
  const damage: Damage[] = [];
  const genuine = anchors.filter((anchor, index) => {
    if (isGenuine(publicPem, anchor)) return true;
    damage.push({ book: 'anchors', at: String(index + 1), what: 'the signature of this anchor is not ours' });
    return false;
  });
  const wrote = new Map<string, { version: number; digest: string }>();
  const forgot = new Set<string>();
  const journal = await walk(reader, 'journal', genuine, damage, () => undefined);
  const access = await walk(reader, 'access', genuine, damage, (line) => remember(line, wrote, forgot));
  const open = {
    journal: await openRows(reader, 'journal', damage),
    access: await openRows(reader, 'access', damage),
  };
  await readUnsealedWrites(reader, wrote, forgot);
  damage.push(...(await verifyVault(reader, wrote, forgot)));
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
  see: (line: string) => void,
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
        see(line);
        if (!linkHash(before, seq, line).equals(stored)) {
          damage.push({ book: chain, at: String(seq), what: 'the row was changed after it was sealed' });
        }
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
): void {
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
