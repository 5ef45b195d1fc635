import pg from 'pg';
import type { Instant } from '../domain/basics/instant.ts';
import type { ConnectionConfig, Reader, Statement, Writer } from './connection.ts';
import { text, whole } from './row.ts';

const EPOCH: Statement = { name: 'place-epoch', text: 'select epoch from place' };
const SET_EPOCH: Statement = {
  name: 'place-set-epoch',
  text: 'update place set epoch = $1 where epoch = $1 - 1',
};

/** The epoch of the programme key the database works with. */
export async function currentEpoch(reader: Reader): Promise<number> {
  const [row] = await reader.rows(EPOCH);
  if (!row) throw new Error('The database was not initialised');
  return whole(row, 'epoch');
}

const PROGRAMME: Statement = { name: 'place-programme', text: 'select programme from place' };

/** Whose place the database is marked as, or nothing before it is marked. */
export async function markedProgramme(reader: Reader): Promise<string | undefined> {
  const [row] = await reader.rows(PROGRAMME);
  return row && text(row, 'programme');
}

/** Alone: no command runs while the epoch changes, and none that began before is still open (`open_command`). */
const LOCK_PROGRAMME: Statement = {
  name: 'place-lock-programme',
  text: 'select pg_advisory_xact_lock(7300001)::text as locked',
};

/** Moves to the next epoch; a second call changes nothing. */
export async function setEpoch(writer: Writer, epoch: number): Promise<void> {
  await writer.rows(LOCK_PROGRAMME);
  await writer.rows(SET_EPOCH, [epoch]);
}

/** Writes the mark of the place once, as the owner: programme, try-out or real, first epoch. It can never be unmarked. */
export async function markPlace(
  owner: ConnectionConfig,
  place: { readonly programme: string; readonly tryout: boolean; readonly at: Instant },
): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(
      'insert into place (programme, tryout, epoch, created_at) values ($1, $2, 1, $3) on conflict do nothing',
      [place.programme, place.tryout, place.at],
    );
  } finally {
    await client.end();
  }
}
