import { sha256 } from '../security/digest.ts';
import type { Reader, Statement, Writer } from './connection.ts';
import { bytes, text, textOrNull, whole } from './row.ts';

/** The two append-only books that are sealed: what happened, and who looked. */
export type Chain = 'journal' | 'access';

const TABLES = {
  journal: { rows: 'fact', seal: 'journal_seal' },
  access: { rows: 'access_entry', seal: 'access_seal' },
} as const;

const CHUNK = 5000;

/** Hash of link n: SHA-256 of the hash before it, its number and the line, each with its length where it could be confused. */
export function linkHash(before: Uint8Array, seq: number, line: string): Buffer {
  return sha256(before, `${seq}\n`, line);
}

export const FIRST_HASH: Buffer = Buffer.alloc(32);

/** The last link of a chain. */
export type ChainEnd = { readonly seq: number; readonly hash: Buffer };

const endStatement = (chain: Chain): Statement => ({
  name: `seal-end-${chain}`,
  text: `select seq, hash from ${TABLES[chain].seal} order by seq desc limit 1`,
});

const markStatement: Statement = {
  name: 'seal-mark',
  text: 'select coalesce(max(upto), 0)::text as upto from seal_mark where chain = $1',
};

const setMark: Statement = {
  name: 'seal-set-mark',
  text: 'insert into seal_mark (chain, seq, upto) values ($1, $2, $3) on conflict do nothing',
};

const xmin: Statement = {
  name: 'seal-xmin',
  text: 'select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_advisory_xact_lock(7300003)::text as locked',
};

/**
 * `ord + 0`: a number of the row and not the way to it, else the whole book would be read for the youngest rows. The row's
 * own link is asked for one by one, never the whole chain: where somebody took marks away, what is sealed stays sealed
 * once, and `verify` can still say what is missing.
 */
const unsealed = (chain: Chain): Statement => ({
  name: `seal-unsealed-${chain}`,
  text: `select ord, line from ${TABLES[chain].rows}
         where tx >= $1 and tx < $2 and ord > $3
         and (select s.seq from ${TABLES[chain].seal} s where s.ord = ${TABLES[chain].rows}.ord) is null
         order by ord + 0 limit ${CHUNK}`,
});

/**
 * A transaction that waited for a stream may have a smaller number than the one it waited for. Facts of one stream are
 * sealed in their order all the same: a row whose forerunner cannot be sealed yet waits with it.
 */
const tooEarly: Statement = {
  name: 'seal-too-early',
  text: `select min(f.tx)::text as tx from fact before
         join fact f on f.stream = before.stream and f.version = before.version + 1
         where before.tx >= $2 and f.tx >= $1 and f.tx < $2`,
};

const addLinks = (chain: Chain): Statement => ({
  name: `seal-add-${chain}`,
  text: `insert into ${TABLES[chain].seal} (seq, ord, hash)
         select * from unnest($1::bigint[], $2::bigint[], $3::bytea[])`,
});

export async function chainEnd(reader: Reader, chain: Chain): Promise<ChainEnd> {
  const [row] = await reader.rows(endStatement(chain));
  return row ? { seq: whole(row, 'seq'), hash: bytes(row, 'hash') } : { seq: 0, hash: FIRST_HASH };
}

/**
 * Seals every row that no transaction still running can come before, in order of entry, which is the order of every
 * stream because its writer holds it locked, and returns the new end. Numbers are dense. Two sealers take turns (advisory lock); younger rows wait for the next time.
 */
export async function sealChain(writer: Writer, chain: Chain): Promise<ChainEnd> {
  const [snapshot] = await writer.rows(xmin);
  const [mark] = await writer.rows(markStatement, [chain]);
  const from = mark ? text(mark, 'upto') : '0';
  const upto = await sealableUpTo(writer, chain, from, snapshot ? text(snapshot, 'xmin') : '0');
  let end = await chainEnd(writer, chain);
  let after = '0';
  for (;;) {
    const rows = await writer.rows(unsealed(chain), [from, upto, after]);
    if (rows.length === 0) break;
    const seqs: number[] = [];
    const ords: string[] = [];
    const hashes: Buffer[] = [];
    for (const row of rows) {
      end = { seq: end.seq + 1, hash: linkHash(end.hash, end.seq + 1, text(row, 'line')) };
      seqs.push(end.seq);
      ords.push(text(row, 'ord'));
      hashes.push(end.hash);
      after = text(row, 'ord');
    }
    await writer.rows(addLinks(chain), [seqs, ords, hashes]);
  }
  if (BigInt(upto) > BigInt(from)) await writer.rows(setMark, [chain, end.seq, upto]);
  return end;
}

async function sealableUpTo(writer: Writer, chain: Chain, from: string, xmin: string): Promise<string> {
  if (chain !== 'journal') return xmin;
  for (let upto = xmin; ;) {
    const [early] = await writer.rows(tooEarly, [from, upto]);
    const tx = early && textOrNull(early, 'tx');
    if (!tx) return upto;
    upto = tx;
  }
}
