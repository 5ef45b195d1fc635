import type pg from 'pg';
import { copyIn } from '../copy.ts';
import { linkHash, type Chain } from '../seal-chain.ts';

/** What a chain's rows carry beside number, place and hash. */
const CHAINS = {
  journal: { rows: 'fact', seal: 'journal_seal', columns: ['stream', 'version', 'type', 'line'] },
  access: { rows: 'access_entry', seal: 'access_seal', columns: ['line'] },
} as const;

const TYPES: Readonly<Record<string, string>> = { version: 'int' };

/** Rows in one shared file: once full, a range is written only once for all generations. */
export const RANGE_ROWS = 20_000;

/** The sealed rows of a chain from one number to another, with their seals. */
export function rangeOut(chain: Chain, from: number, to: number): string {
  const { rows, seal, columns } = CHAINS[chain];
  const names = columns.map((column) => `r.${column}`).join(', ');
  return `copy (select s.seq, s.ord, encode(s.hash, 'hex'), ${names} from ${seal} s join ${rows} r on r.ord = s.ord
    where s.seq between ${from} and ${to} order by s.seq) to stdout`;
}

/** Rows that were not sealed yet, numbered in the order in which they will be. */
export function tailOut(chain: Chain): string {
  const { rows, seal, columns } = CHAINS[chain];
  const names = columns.map((column) => `r.${column}`).join(', ');
  return `copy (select row_number() over (order by r.ord), r.ord, '', ${names} from ${rows} r
    where not exists (select from ${seal} s where s.ord = r.ord) order by 1) to stdout`;
}

/**
 * Loads a range. The rows get transaction -1: those of a new server begin at small numbers again, and what was restored
 * must be older than anything that server will write (`sealChain` looks at transactions from 0 on).
 */
export async function loadRange(
  client: pg.Client,
  chain: Chain,
  content: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { seal } = CHAINS[chain];
  await loadRows(client, chain, content);
  await client.query(
    `insert into ${seal} (seq, ord, hash) select pos, ord, decode(hash, 'hex') from loading`,
  );
  await client.query('drop table loading');
}

/** Loads rows that were not sealed when the generation was made, and seals them at once, in their order. */
export async function loadTail(
  client: pg.Client,
  chain: Chain,
  content: AsyncIterable<Uint8Array>,
  end: { readonly seq: number; readonly hash: string },
): Promise<void> {
  const { seal } = CHAINS[chain];
  await loadRows(client, chain, content);
  const { rows } = await client.query<{ ord: string; line: string }>(
    'select ord, line from loading order by pos',
  );
  let hash: Uint8Array = Buffer.from(end.hash, 'hex');
  let { seq } = end;
  for (const { ord, line } of rows) {
    seq += 1;
    hash = linkHash(hash, seq, line);
    await client.query(`insert into ${seal} (seq, ord, hash) values ($1, $2, $3)`, [seq, ord, hash]);
  }
  await client.query('drop table loading');
}

async function loadRows(client: pg.Client, chain: Chain, content: AsyncIterable<Uint8Array>): Promise<void> {
  const { rows, columns } = CHAINS[chain];
  const declared = columns.map((column) => `${column} ${TYPES[column] ?? 'text'}`).join(', ');
  const names = columns.join(', ');
  await client.query(
    `create temp table loading (pos bigint, ord bigint, hash text, ${declared}) on commit drop`,
  );
  await copyIn(client, `copy loading (pos, ord, hash, ${names}) from stdin`, content);
  await client.query(
    `insert into ${rows} (ord, tx, ${names}) overriding system value select ord, -1, ${names} from loading order by pos`,
  );
}
