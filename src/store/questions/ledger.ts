import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import type { AccessEntry } from '../access-log.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, whole } from '../row.ts';
import { receivedItems, type HandOverRow } from './hand-overs.ts';

/** The kinds of personal information that the house holds or has let go. */
export type LedgerItem = 'list' | 'vault' | 'generation' | 'export' | 'paper-batch' | 'received-item';

/** One line of the ledger of personal information [台帳], derived each time and never stored (B-05, PII-9-7). */
export type LedgerEntry = {
  readonly item: LedgerItem;
  readonly id: string;
  /** What it is: kind of list, of letter, of medium. */
  readonly what: string;
  readonly quantity: number;
  readonly since: CivilDate | null;
  /** Who brought it in or made it. */
  readonly by: string | null;
  /** Where it is kept; `null` for a thing that still has no place (PII-9-1). */
  readonly place: string | null;
  readonly copies: number;
  readonly state: 'held' | 'destroyed' | 'removed' | 'returned' | 'disposed' | 'left';
  /** When it goes by itself, and when it went. */
  readonly until: CivilDate | null;
  readonly endedOn: CivilDate | null;
  readonly ref: string | null;
};

const LISTS: Statement = {
  name: 'ledger-lists',
  text: `select list, kind, rows, received_on, received_by, keys_until, keys_destroyed_on
         from p_list where kind <> 'no-change' order by received_on, list`,
};
const VAULT: Statement = {
  name: 'ledger-vault',
  text: `select (select count(*)::int from person_key) as persons,
                (select substr(created_at, 1, 10) from place) as since`,
};
const GENERATIONS: Statement = {
  name: 'ledger-generations',
  text: 'select generation, made_on, made_by, facts, removed_on from p_generation order by made_on, generation',
};
const EXPORTS: Statement = {
  name: 'ledger-exports',
  text: `select line from access_entry where strpos(line, '"word":"exported"') > 0 order by ord`,
};
const PAPERS: Statement = {
  name: 'ledger-papers',
  text: `select batch, kind, status, count(*)::int as pieces, min(since) as since from p_piece
         where status in ('printed', 'returned') or (status = 'voided' and copy > 0)
         group by batch, kind, status order by batch, kind, status`,
};
const USERS: Statement = {
  name: 'ledger-users',
  text: 'select role, account from p_grant where until >= $1 order by role, account',
};

/** The whole ledger, oldest first within each kind. */
export async function ledgerEntries(reader: Reader): Promise<readonly LedgerEntry[]> {
  const [lists, vault, generations, exports, papers, items] = await Promise.all([
    reader.rows(LISTS),
    reader.rows(VAULT),
    reader.rows(GENERATIONS),
    reader.rows(EXPORTS),
    reader.rows(PAPERS),
    receivedItems(reader),
  ]);
  return [
    ...lists.map(listEntry),
    ...vault.map(vaultEntry),
    ...generations.map(generationEntry),
    ...exports.map(exportEntry),
    ...papers.map(paperEntry),
    ...items.map(itemEntry),
  ];
}

/** Accounts by role on a day: who can use what is held. */
export async function accountsByRole(
  reader: Reader,
  today: CivilDate,
): Promise<ReadonlyMap<RoleName, readonly string[]>> {
  const found = new Map<RoleName, string[]>();
  for (const row of await reader.rows(USERS, [today])) {
    const role = text(row, 'role') as RoleName;
    found.set(role, [...(found.get(role) ?? []), text(row, 'account')]);
  }
  return found;
}

function listEntry(row: Row): LedgerEntry {
  const gone = day(row, 'keys_destroyed_on');
  return {
    item: 'list',
    id: text(row, 'list'),
    what: text(row, 'kind'),
    quantity: whole(row, 'rows'),
    since: day(row, 'received_on'),
    by: text(row, 'received_by'),
    place: gone ? null : 'inside-database',
    copies: gone ? 0 : 1,
    state: gone ? 'destroyed' : 'held',
    until: gone ? null : day(row, 'keys_until'),
    endedOn: gone,
    ref: null,
  };
}

function vaultEntry(row: Row): LedgerEntry {
  return {
    item: 'vault',
    id: 'vault',
    what: 'person-data',
    quantity: whole(row, 'persons'),
    since: day(row, 'since'),
    by: null,
    place: 'inside-database',
    copies: 1,
    state: 'held',
    until: null,
    endedOn: null,
    ref: null,
  };
}

/** A generation stands in its folder and in the second place; without the second it would not count (SEC-12-4). */
function generationEntry(row: Row): LedgerEntry {
  const removed = day(row, 'removed_on');
  return {
    item: 'generation',
    id: text(row, 'generation'),
    what: 'generation',
    quantity: whole(row, 'facts'),
    since: day(row, 'made_on'),
    by: text(row, 'made_by'),
    place: removed ? null : 'generation-folders',
    copies: removed ? 0 : 2,
    state: removed ? 'removed' : 'held',
    until: null,
    endedOn: removed,
    ref: null,
  };
}

function exportEntry(row: Row): LedgerEntry {
  const entry: AccessEntry = JSON.parse(text(row, 'line'));
  return {
    item: 'export',
    id: entry.id,
    what: entry.row,
    quantity: entry.hits ?? 0,
    since: entry.at.slice(0, 10) as CivilDate,
    by: entry.actor,
    place: null,
    copies: 1,
    state: 'left',
    until: null,
    endedOn: null,
    ref: entry.purpose ?? null,
  };
}

/** Letters in the mailing room: printed and not posted, come back, or spoiled. */
function paperEntry(row: Row): LedgerEntry {
  const batch = text(row, 'batch');
  const status = text(row, 'status');
  return {
    item: 'paper-batch',
    id: `${batch}/${text(row, 'kind')}/${status}`,
    what: `${text(row, 'kind')}-${status}`,
    quantity: whole(row, 'pieces'),
    since: day(row, 'since'),
    by: null,
    place: 'mailing-room',
    copies: 1,
    state: 'held',
    until: null,
    endedOn: null,
    ref: batch,
  };
}

function itemEntry(row: HandOverRow): LedgerEntry {
  const held = row.state === 'held';
  return {
    item: 'received-item',
    id: row.matter,
    what: row.what,
    quantity: row.quantity,
    since: row.at.slice(0, 10) as CivilDate,
    by: row.by,
    place: held ? row.place : null,
    copies: held ? 1 : 0,
    state: row.state === 'returned' || row.state === 'disposed' ? row.state : 'held',
    until: null,
    endedOn: row.returnedOn,
    ref: row.ref,
  };
}

function day(row: Row, column: string): CivilDate | null {
  return textOrNull(row, column) as CivilDate | null;
}
