import { keyOfEpoch, type KeyRing } from '../../security/programme-key.ts';
import type { Database, Reader, Statement, Writer } from '../connection.ts';
import { bytes, text, whole } from '../row.ts';

/** Every table that holds keys wrapped under the programme key: the column that names what a key is for. */
export const WRAPPED_KEYS = [
  { table: 'person_key', name: 'person' },
  { table: 'list_key', name: 'list' },
] as const;

/** Rows in one transaction: small enough that work beside it waits no longer than a breath. */
const CHUNK = 2000;

const LOCK_LINKS: Statement = {
  name: 'vault-lock-links',
  text: 'select pg_advisory_xact_lock(7300006)::text as locked',
};

/** Taken first, as every command does: the guard of migration 0002 asks for it while rows are already locked. */
const LOCK_PROGRAMME: Statement = {
  name: 'vault-lock-programme',
  text: 'select pg_advisory_xact_lock_shared(7300001)::text as locked',
};

const OLD_LINKS: Statement = {
  name: 'rewrap-old-links',
  text: `delete from subject_link where digest in
         (select digest from subject_link where epoch < $1 and digest > $2 order by digest limit ${CHUNK})
         returning digest, epoch, sealed`,
};

const NEW_LINKS: Statement = {
  name: 'rewrap-new-links',
  text: `insert into subject_link (digest, owner, epoch, sealed)
         select d, o, $3, s from unnest($1::bytea[], $2::bytea[], $4::bytea[]) as l (d, o, s)`,
};

/**
 * An erasure and a rewrapping never work on links at the same time: otherwise a link could be deleted and, a moment
 * later, be written again under its new name.
 */
export async function lockLinks(writer: Writer): Promise<void> {
  await writer.rows(LOCK_LINKS);
}

/** Wraps every key and link that is not yet under the current programme key anew, in chunks, while work goes on. */
export async function rewrapAll(
  database: Database,
  ring: KeyRing,
  progress?: (done: number) => void,
): Promise<number> {
  let done = 0;
  const steps: readonly Step[] = [
    ...WRAPPED_KEYS.map(
      (one): Step =>
        (writer, after) =>
          rewrapKeys(writer, ring, one, after),
    ),
    (writer, after) => rewrapLinks(writer, ring, after),
  ];
  for (const step of steps) {
    // In the order of the key, so that no chunk wades through what the chunks before it left behind.
    for (let after: string | undefined = ''; after !== undefined;) {
      const from: string = after;
      const chunk = await database.write((writer) => step(writer, from));
      after = chunk.last;
      done += chunk.rows;
      progress?.(done);
    }
  }
  return done;
}

/** One chunk behind a key: how many rows, and the last key; none when there was nothing left. */
type Step = (
  writer: Writer,
  after: string,
) => Promise<{ readonly rows: number; readonly last: string | undefined }>;

/** How many keys and links still stand under an older epoch. */
export async function countOld(reader: Reader, epoch: number): Promise<number> {
  const tables = [...WRAPPED_KEYS.map(({ table }) => table), 'subject_link'];
  const counts = tables.map((table) => `(select count(*) from ${table} where epoch < $1)`);
  const [row] = await reader.rows(
    { name: 'rewrap-count-old', text: `select ${counts.join(' + ')} as rows` },
    [epoch],
  );
  return row ? whole(row, 'rows') : 0;
}

async function rewrapKeys(
  writer: Writer,
  ring: KeyRing,
  { table, name }: (typeof WRAPPED_KEYS)[number],
  after: string,
): ReturnType<Step> {
  await writer.rows(LOCK_PROGRAMME);
  const { current } = ring;
  const rows = await writer.rows(
    {
      name: `rewrap-old-${table}`,
      text: `select ${name} as name, epoch, wrapped from ${table} where epoch < $1 and ${name} > $2
             order by ${name} limit ${CHUNK} for update`,
    },
    [current.epoch, after],
  );
  const last = rows.at(-1);
  if (!last) return { rows: 0, last: undefined };
  const wrapped = rows.map((row) => {
    const of = text(row, 'name');
    return current.wrap(of, keyOfEpoch(ring, whole(row, 'epoch')).unwrap(of, bytes(row, 'wrapped')));
  });
  await writer.rows(
    {
      name: `rewrap-new-${table}`,
      text: `update ${table} k set epoch = $2, wrapped = n.wrapped
             from unnest($1::text[], $3::bytea[]) as n (name, wrapped) where k.${name} = n.name`,
    },
    [rows.map((row) => text(row, 'name')), current.epoch, wrapped],
  );
  return { rows: rows.length, last: text(last, 'name') };
}

async function rewrapLinks(writer: Writer, ring: KeyRing, after: string): ReturnType<Step> {
  await writer.rows(LOCK_PROGRAMME);
  await lockLinks(writer);
  const { current } = ring;
  const rows = await writer.rows(OLD_LINKS, [current.epoch, Buffer.from(after, 'hex')]);
  if (rows.length === 0) return { rows: 0, last: undefined };
  const links = rows.map((row) =>
    keyOfEpoch(ring, whole(row, 'epoch')).openLink(bytes(row, 'digest'), bytes(row, 'sealed')),
  );
  await writer.rows(NEW_LINKS, [
    links.map(({ subject }) => current.linkDigest(subject)),
    links.map(({ person }) => current.ownerDigest(person)),
    current.epoch,
    links.map(({ subject, person }) => current.sealLink(subject, person)),
  ]);
  const last = rows
    .map((row) => bytes(row, 'digest').toString('hex'))
    .toSorted()
    .at(-1);
  return { rows: rows.length, last };
}
