import type { ListId } from '../domain/basics/ids.ts';
import { keyOfEpoch, newSecretKey, type KeyRing } from '../security/programme-key.ts';
import type { Reader, Statement, Writer } from './connection.ts';
import { bytes, text, whole } from './row.ts';

const ADD: Statement = {
  name: 'list-key-add',
  text: 'insert into list_key (list, epoch, wrapped) values ($1, $2, $3)',
};
const FIND: Statement = {
  name: 'list-key-find',
  text: 'select epoch, wrapped from list_key where list = $1',
};
const DESTROY: Statement = {
  name: 'list-key-destroy',
  text: 'delete from list_key where list = any ($1::text[])',
};
const DESTROY_ROWS: Statement = {
  name: 'list-rows-destroy',
  text: 'delete from staged_row where list = any ($1::text[])',
};

/** Makes the key under which a list's source file and staged rows are sealed until it is settled. */
export async function newListKey(writer: Writer, ring: KeyRing, list: ListId): Promise<Buffer> {
  const key = newSecretKey();
  await writer.rows(ADD, [list, ring.current.epoch, ring.current.wrap(list, key)]);
  return key;
}

/** The key of a list, or `undefined` once it was destroyed. */
export async function findListKey(reader: Reader, ring: KeyRing, list: ListId): Promise<Buffer | undefined> {
  const [row] = await reader.rows(FIND, [list]);
  return row && keyOfEpoch(ring, whole(row, 'epoch')).unwrap(list, bytes(row, 'wrapped'));
}

const LIVING: Statement = { name: 'list-keys-living', text: 'select list from list_key order by list' };

/** Lists whose key still lives: their rows can still be opened. */
export async function livingLists(reader: Reader): Promise<readonly ListId[]> {
  return (await reader.rows(LIVING)).map((row) => text(row, 'list') as ListId);
}

/** Destroys the keys of lists and what was sealed under them in the database. */
export async function destroyListKeys(writer: Writer, lists: readonly ListId[]): Promise<void> {
  if (lists.length === 0) return;
  await writer.rows(DESTROY_ROWS, [lists]);
  await writer.rows(DESTROY, [lists]);
}
