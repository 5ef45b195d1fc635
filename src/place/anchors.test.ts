import assert from 'node:assert/strict';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { test } from 'node:test';
import pg from 'pg';
import { testCluster } from '../../tests/support/cluster.ts';
import { testPlace } from '../../tests/support/place.ts';
import { sealAll } from '../../tests/support/sealed.ts';
import { openCases } from '../../tests/support/women.ts';
import { newAnchorKey, signCheckpoint } from '../security/checkpoint.ts';
import type { Verification } from '../store/verify.ts';
import { anchorFiles, verifyPlace } from './anchors.ts';
import type { DatabaseRoles } from './database-roles.ts';

const { place, person } = await testPlace();
const women = await openCases(place, 4);
await sealAll(place);

/** Runs statements as the superuser with triggers off, looks at what `verify` says, and takes everything back. */
async function tampered(
  harm: (admin: pg.Client) => Promise<void>,
  mend: (admin: pg.Client) => Promise<void>,
): Promise<Verification> {
  const cluster = await testCluster();
  const admin = new pg.Client(cluster.admin(place.card.database));
  await admin.connect();
  try {
    await harm(admin);
    const found = await verifyPlace(place);
    await mend(admin);
    return found;
  } finally {
    await admin.end();
  }
}

const tables =
  'fact, access_entry, journal_seal, access_seal, seal_mark, vault, person_key, subject_link'.split(', ');

/** Puts copies of all tables aside, harms, and puts the copies back. */
function harmed(...statements: readonly string[]): Promise<Verification> {
  return tampered(
    async (admin) => {
      for (const table of tables) await admin.query(`create temp table copy_${table} as table ${table}`);
      for (const statement of statements) {
        const { rowCount } = await admin.query(statement);
        assert.ok((rowCount ?? 0) > 0, `the statement that harms changed nothing: ${statement}`);
      }
    },
    async (admin) => {
      for (const table of tables) {
        await admin.query(`delete from ${table}`);
        const { rows } = await admin.query<{ names: string }>(
          `select string_agg(column_name, ', ') as names from information_schema.columns
           where table_schema = 'public' and table_name = $1`,
          [table],
        );
        const names = rows[0]?.names ?? '';
        await admin.query(
          `insert into ${table} (${names}) overriding system value select ${names} from copy_${table}`,
        );
      }
    },
  );
}

function words(found: Verification): readonly string[] {
  return found.damage.map(({ book, what }) => `${book}: ${what}`);
}

test('an untouched place verifies and says what is sealed, unsealed and anchored [SEC-17-6]', async () => {
  await openCases(place, 1);
  const found = await verifyPlace(place);
  assert.equal(found.ok, true);
  assert.equal(found.anchoredTo.journal, found.sealed.journal);
  assert.equal(found.unsealed.journal, 1);
  assert.equal(found.anchoredTo.at, '2026-05-01T10:00:00.000+09:00');
  await sealAll(place);
  assert.deepEqual((await verifyPlace(place)).unsealed.journal, 0);
});

test('one changed byte in a fact is found', async () => {
  const found = await harmed(
    `update fact set line = replace(line, '"2026-07-24"', '"2026-07-25"') where stream = 'case:${women[1]?.case}'`,
  );
  assert.equal(found.ok, false);
  assert.ok(words(found).includes('journal: the row was changed after it was sealed'));
});

test('a changed fact whose whole chain was computed anew is found by the anchor [THREAT-05]', async () => {
  // The owner of the database can write hashes too: any other end than the one sworn to outside gives it away.
  const found = await harmed(
    `update journal_seal set hash = sha256(hash) where seq = (select max(seq) from journal_seal)`,
  );
  assert.ok(words(found).includes('journal: the chain is not the one that was sworn to outside'));
});

test('a cut tail is found, with its seals and marks', async () => {
  const found = await harmed(
    'delete from fact where ord in (select ord from journal_seal order by seq desc limit 2)',
    'delete from journal_seal where seq > (select max(seq) - 2 from journal_seal)',
    "delete from seal_mark where chain = 'journal'",
  );
  assert.ok(words(found).some((word) => word.startsWith('journal: the tail is cut')));
});

test('an older ciphertext put back into the vault is found [THREAT-07]', async () => {
  const woman = women[0];
  assert.ok(woman);
  const other = women[1];
  const found = await harmed(
    `update vault set sealed = (select v.sealed from vault v where v.person = '${other?.person}' and v.section = 'contact')
     where person = '${woman.person}' and section = 'contact'`,
  );
  assert.ok(words(found).includes('vault: the value is not the one that was written'));
  const older = await harmed(
    `update vault set version = version - 1 where person = '${woman.person}' and section = 'contact'`,
  );
  assert.ok(words(older).includes('vault: an older value was put back'));
});

test('a vault row that was deleted or slipped in is found', async () => {
  const gone = await harmed(`delete from vault where person = '${women[2]?.person}' and section = 'contact'`);
  assert.ok(words(gone).includes('vault: a value that was written is missing'));
  const added = await harmed(
    `insert into vault select person, 'remarks', item, version, sealed from vault
     where person = '${women[2]?.person}' and section = 'contact'`,
  );
  assert.ok(words(added).includes('vault: no command wrote this row'));
});

test('a fact that was moved to another woman, or before another, is found though its words are the same', async () => {
  const [mine, hers] = [`case:${women[0]?.case}`, `case:${women[1]?.case}`];
  const moved = await harmed(
    `update fact set stream = '${hers}', version = version + 100 where stream = '${mine}'`,
  );
  assert.ok(words(moved).includes('journal: the row stands in a stream that it does not belong to'));
  const account = await person('operator');
  await sealAll(place);
  const swapped = await harmed(
    `update fact set version = version + 1000 where stream = 'account:${account}' and version in (1, 2)`,
    `update fact set version = 1003 - version where stream = 'account:${account}' and version > 1000`,
  );
  assert.ok(
    words(swapped).includes('journal: the facts of this stream are not in the order they were written'),
  );
});

test('a key or a link that was deleted, spoiled or exchanged is found', async () => {
  const [mine, hers] = [`'${women[0]?.person}'`, `'${women[1]?.person}'`];
  const gone = await harmed(`delete from person_key where person = ${mine}`);
  assert.ok(words(gone).includes('vault: the key of this person is missing'));
  const exchanged = await harmed(
    `update person_key set wrapped = (select wrapped from person_key where person = ${hers}) where person = ${mine}`,
  );
  assert.ok(words(exchanged).includes('vault: the key of this person does not open'));
  const owner = place.ring
    .get()
    .current.ownerDigest(women[0]?.person ?? '')
    .toString('hex');
  const unlinked = await harmed(`delete from subject_link where owner = '\\x${owner}'`);
  assert.ok(words(unlinked).includes('vault: nothing leads to this person any more'));
  const spoiled = await harmed(
    `update subject_link set sealed = (select sealed from subject_link where owner <> '\\x${owner}' limit 1)
     where owner = '\\x${owner}'`,
  );
  assert.ok(words(spoiled).includes('vault: a link to a person does not open'));
});

test('a missing row of the access log is found [SEC-17-6]', async () => {
  const found = await harmed('delete from access_entry where ord = (select min(ord) + 1 from access_entry)');
  assert.ok(words(found).includes('access: the row of this link is missing'));
});

test('a forged anchor, and a line that is none, are found', async () => {
  const genuine = await readFile(place.folders.anchors, 'utf8');
  const forger = newAnchorKey();
  const forged = signCheckpoint(forger.privatePem, {
    at: '2026-05-02T00:00:00.000+09:00',
    journal: { seq: 1, hash: '00' },
    access: { seq: 1, hash: '00' },
  });
  await appendFile(place.folders.anchors, `${JSON.stringify(forged)}\nno anchor\n`);
  const found = await verifyPlace(place);
  await writeFile(place.folders.anchors, genuine);
  const what = 'the signature of this anchor is not ours';
  assert.deepEqual(words(found), [
    `anchors: ${what}`,
    `anchors: ${what}`,
    'anchors: one of the two places has lost this anchor',
  ]);
});

test('an anchor that one of the two places has lost, and two emptied files, are found', async () => {
  const [outside, second] = anchorFiles(place);
  assert.ok(outside && second);
  const genuine = await readFile(outside, 'utf8');
  assert.equal(genuine, await readFile(second, 'utf8'));
  const lines = genuine.split('\n');
  // While rows wait to be sealed the same anchor may be sworn twice.
  await writeFile(second, lines.filter((line) => line !== lines[0]).join('\n'));
  const one = await verifyPlace(place);
  await writeFile(second, '');
  await writeFile(outside, '');
  const both = await verifyPlace(place);
  await writeFile(outside, genuine);
  await writeFile(second, genuine);
  assert.deepEqual([...new Set(words(one))], ['anchors: one of the two places has lost this anchor']);
  assert.deepEqual(words(both), ['anchors: every anchor is missing, in both places']);
  assert.equal(both.ok, false);
});

test('a power cut between the two places is no damage: the next anchor brings the last one after', async () => {
  const [, second] = anchorFiles(place);
  assert.ok(second);
  const lines = (await readFile(second, 'utf8')).split('\n');
  await writeFile(second, lines.toSpliced(-2, 1).join('\n'));
  assert.deepEqual((await verifyPlace(place)).damage, []);
  await sealAll(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
});

test('half a line that a power cut left is no damage, and the next anchor follows cleanly', async () => {
  await appendFile(place.folders.anchors, '{"at":"2026-05-0');
  await sealAll(place);
  assert.deepEqual((await verifyPlace(place)).damage, []);
});

test('the writer can change, cut, empty or disarm nothing of journal, log and seals [SEC-17-6] [THREAT-06]', async () => {
  const secret = await place.keys.here.read('database-roles');
  assert.ok(secret);
  const roles: DatabaseRoles = JSON.parse(secret.toString('utf8'));
  const writer = new pg.Client({ ...place.owner, ...roles.writer });
  await writer.connect();
  try {
    const columns = {
      fact: 'line',
      access_entry: 'line',
      journal_seal: 'hash',
      access_seal: 'hash',
      seal_mark: 'seq',
    };
    for (const [table, column] of Object.entries(columns)) {
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table}`,
        `alter table ${table} disable trigger all`,
        `drop table ${table}`,
        `create rule r as on insert to ${table} do instead nothing`,
      ]) {
        await assert.rejects(writer.query(statement), { code: '42501' }, statement);
      }
      await writer.query(`select count(*) from ${table}`);
    }
    for (const statement of [
      `set role ${roles.owner.user}`,
      `set session authorization ${roles.owner.user}`,
      "copy fact to program 'cat'",
      "copy fact from program 'true'",
      "insert into fact (ord, stream, version, type, line) overriding system value values (1, 's', 1, 't', '{}')",
      'alter table person_key disable trigger all',
      'create table mine (a int)',
      "set session_replication_role = 'replica'",
    ]) {
      await assert.rejects(writer.query(statement), { code: '42501' }, statement);
    }
  } finally {
    await writer.end();
  }
});
