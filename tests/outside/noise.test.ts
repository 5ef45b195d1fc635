import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { date } from '../../src/domain/basics/civil-date.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import type { PortalMessage } from '../../src/domain/portal/message.ts';
import { envelopePsk, openCapsule } from '../../src/security/capsule.ts';
import { sha256, sha256Hex } from '../../src/security/digest.ts';
import { openEnvelope, sealEnvelope } from '../../src/security/envelope.ts';
import { unseal } from '../../src/security/sealing.ts';
import { secretsOfCookie } from '../../src/security/session-cookie.ts';
import { wordFinder } from '../support/find-words.ts';
import { application, choiceOf, emptied } from '../support/outside-answers.ts';
import { outsidePlace } from '../support/outside-place.ts';

const SAID = {
  name: '見本 花子',
  kana: 'ミホン ハナコ',
  phone: '080-1234-5678',
  email: 'hanako.mihon@example.jp',
  address: '東京都千代田区見本町一丁目二番三号',
  building: '見本ハイツ 405',
  where: '北海道見本市',
  considerations: '玄関は裏です。犬がいます。',
  question: '上の子を連れて行ってもよいですか。',
  enquiry: '区外に引っ越しました。どうすればよいですか。',
};
const BORN = '1987-11-23';
const FROM = '203.0.113.77';

type Cell = {
  readonly table: string;
  readonly column: string;
  readonly row: Record<string, unknown>;
  readonly bytes: Buffer;
};

const place = await outsidePlace('2026-06-10');
const { gate } = place;

test('every byte of the outside database, read with its key folder at hand, holds nothing of a person [SEC-14-3] [SEC-1-2] [THREAT-17]', async () => {
  const woman = await place.woman({}, BORN);
  await place.giveSeats('2026-06-19', '10:00', 2);
  const cookies = await playedSessions(woman);
  const cells = await allCells();
  assert.ok(cells.length > 100);

  const words = [
    ...Object.values(SAID),
    ...Object.values(SAID)
      .flatMap((text) => text.split(' '))
      .filter((text) => text.length > 3),
    BORN,
    BORN.replaceAll('-', ''),
    woman.code,
    woman.code.replaceAll('-', ''),
    '2026-08-20',
    'satogaeri',
    'Q04-interest',
    FROM,
    '203.0.113',
    ...cookies,
    woman.key.toString('hex'),
  ];
  const find = wordFinder([...new Set(words.flatMap(written))]);
  assert.ok(find(Buffer.from(`x${SAID.phone}x`)), 'the finder finds');
  assert.ok(
    cells.some(({ bytes }) => bytes.includes('2026-06-19')),
    'and times of visit may be read',
  );
  const found = cells.filter(({ bytes }) => find(bytes));
  assert.deepEqual(
    found.map(({ table, column }) => `${table}.${column}`),
    [],
  );
});

test('every secret of the key folder, tried on every sealed value, opens none; her own key opens hers [SEC-14-3]', async () => {
  const woman = await place.woman({}, BORN);
  await place.giveSeats('2026-06-22', '10:00', 2);
  await playedSessions(woman);
  const { pepper, secret, signing, inside } = place.parts.keys;
  const cells = await allCells();
  const hashes = cells.filter(({ column, table }) => table === 'session' && column === 'hash');
  const guesses = [
    ...[pepper, secret].flatMap((one) => [Buffer.from(one), sha256(one)]),
    ...[signing, inside].map((pem) => sha256(pem)),
    ...hashes.flatMap(({ bytes }) => secretsOfCookie(secret, bytes.toString('base64url'))?.key ?? []),
  ];
  let sealed = 0;
  let opened = 0;
  const tryAll = (bytes: Buffer, bound: string, keys: readonly Buffer[]) => {
    sealed += 1;
    for (const key of keys) {
      try {
        unseal(key, bytes, bound);
        opened += 1;
      } catch {
        // As it should be.
      }
    }
  };
  const hex = (value: unknown) => (value instanceof Buffer ? value.toString('hex') : '');
  const onAll = (keys: readonly Buffer[]) => {
    for (const { table, column, row, bytes } of cells) {
      if (table === 'capsule' && (column === 'inside' || column === 'own')) {
        tryAll(bytes, `capsule|${hex(row['locator'])}|${column}`, keys);
      }
      if (table === 'session' && (column === 'sealed' || column === 'alone')) {
        for (const what of ['code', 'open', 'alone'])
          tryAll(bytes, `session|${what}|${hex(row['hash'])}`, keys);
      }
      if (table === 'once' && column === 'sealed') {
        tryAll(bytes, `once|${hex(row['locator'])}|${hex(row['once'])}`, keys);
      }
    }
  };
  onAll(guesses);
  assert.ok(sealed > 10);
  assert.equal(opened, 0);
  onAll([woman.key]);
  assert.ok(opened >= 3, 'her capsule, her draft, her receipts');
});

test('an envelope made by somebody who can write the outside database does not open inside [SEC-14-3] [THREAT-18]', async () => {
  const [victim, other] = await place.women(2, { registered: true, answered: true });
  assert.ok(victim && other);
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  const { rows } = await client.query<{ key: Buffer }>('select key from recipient_key');
  const key = rows[0]?.key ?? Buffer.alloc(0);
  const { rows: lying } = await client.query<{ inside: Buffer }>(
    'select inside from capsule where locator = $1',
    [Buffer.from(victim.locator, 'hex')],
  );
  const message = Buffer.from(JSON.stringify({ kind: 'withdraw' } satisfies PortalMessage));
  const label = { locator: victim.locator, counter: 1, form: 'portal/1' };
  // What he has: the sealed capsule, every secret of the folder, and another woman's key.
  const guesses = [
    Buffer.from(place.parts.keys.pepper),
    Buffer.from(place.parts.keys.secret),
    lying[0]?.inside.subarray(0, 32) ?? Buffer.alloc(32),
    other.key,
  ];
  const opens = async (bytes: Uint8Array, as = label) =>
    (await openEnvelope(place.recipientPrivate, envelopePsk(victim.key, victim.locator), as, bytes)).ok;
  for (const guess of guesses) {
    const forged = sealEnvelope(key, envelopePsk(guess, victim.locator), label, message);
    assert.equal(await opens(forged.bytes), false);
  }
  // A real one of hers, under another counter or another woman's name.
  const real = sealEnvelope(key, envelopePsk(victim.key, victim.locator), label, message);
  assert.equal(await opens(real.bytes), true);
  assert.equal(await opens(real.bytes, { ...label, counter: 2 }), false);
  assert.equal(await opens(real.bytes, { ...label, locator: other.locator }), false);
  await client.end();
});

test('a draft that somebody damaged in the database shuts nobody out [SEC-14-3] [THREAT-31]', async () => {
  const woman = await place.woman();
  const session = await place.openSession(woman);
  await gate.save(session, { ...session.own, pages: 3 });
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  await client.query(`update capsule set own = '\\x00' where locator = $1`, [
    Buffer.from(woman.locator, 'hex'),
  ]);
  await client.end();
  assert.equal((await place.openSession(woman)).own.pages, 0);
});

test('the portal has one role: it can neither change a table nor bring back a code, and the reader reads nothing [SEC-14-3] [THREAT-29]', async () => {
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  const { rows } = await client.query<{ grantee: string; privilege_type: string; table_name: string }>(
    `select grantee, privilege_type, table_name from information_schema.role_table_grants
     where table_schema = 'public' and grantee not like '%owner'`,
  );
  await client.end();
  assert.deepEqual([...new Set(rows.map(({ grantee }) => grantee.split('_').at(-1)))], ['writer']);
  const may = (table: string) =>
    rows.filter((row) => row.table_name === table).map((row) => row.privilege_type);
  assert.deepEqual(may('capsule').toSorted(), ['INSERT', 'SELECT']);
  assert.deepEqual(may('anchor').toSorted(), ['INSERT', 'SELECT']);
  assert.deepEqual(may('migration'), []);
  assert.equal(
    rows.some(({ privilege_type: what }) => ['TRUNCATE', 'TRIGGER', 'REFERENCES'].includes(what)),
    false,
  );
});

/** She does all that a session can do; gives her cookies. */
async function playedSessions(woman: Parameters<typeof place.openSession>[0]): Promise<readonly string[]> {
  const { code } = woman;
  const waiting = await gate.begin(code, FROM);
  assert.ok(waiting.result === 'begun');
  const session = await place.openSession(woman);
  const sendOf = async (message: PortalMessage) => {
    const sent = await gate.send(session, message, { once: message.kind, own: emptied(session) });
    assert.equal(sent.result, 'sent');
  };
  await sendOf({ kind: 'contact', phone: SAID.phone, email: SAID.email, language: 'ja' });
  await gate.keepAlone(session, { 'Q04-interest': SAID.question });
  await gate.save(session, {
    ...session.own,
    answers: { Q01: '2026-08-20', Q09: SAID.considerations },
    place: { mode: 'online', reason: 'satogaeri', where: SAID.where },
    packagePlace: { at: 'japan', postcode: '100-0000', address: SAID.address, building: SAID.building },
  });
  const free = await gate.offers(session);
  const held = await gate.hold(session, free[0]?.slot ?? slotId(date('2026-06-19'), '10:00'));
  assert.ok(held !== 'taken');
  const booking = { ...choiceOf(held), considerations: SAID.considerations };
  const applied = await gate.send(
    session,
    {
      ...application(held),
      booking,
      packagePlace: { at: 'japan', postcode: '100-0000', address: SAID.address },
    },
    {
      once: 'apply',
      own: (sent) => ({ ...session.own, answers: { Q01: '2026-08-20' }, sent: [sent] }),
      take: held,
    },
  );
  assert.equal(applied.result, 'sent');
  await sendOf({ kind: 'question', words: SAID.question });
  const later = await place.openSession(woman);
  await gate.keepAlone(later, { 'Q04-low': 'yes' });
  await gate.sendOpen(
    {
      kind: 'enquiry',
      words: SAID.enquiry,
      name: SAID.name,
      phone: SAID.phone,
      email: SAID.email,
      language: 'ja',
    },
    FROM,
  );
  await gate.stopByLetter(waiting.cookie, SAID.phone, FROM);
  const opened = openCapsule(woman.key, woman.locator, 'own', await ownPartOf(woman.locator));
  assert.ok(opened.includes('"sent"'), 'her own part is there, under her key');
  return [waiting.cookie, session.cookie, later.cookie];
}

async function ownPartOf(locator: string): Promise<Buffer> {
  const own = (await allCells()).find(
    ({ table, column, row }) =>
      table === 'capsule' &&
      column === 'own' &&
      row['locator'] instanceof Buffer &&
      row['locator'].toString('hex') === locator,
  );
  assert.ok(own);
  return own.bytes;
}

/** Every column of every row of every table, as bytes. */
async function allCells(): Promise<readonly Cell[]> {
  const client = new pg.Client(place.cluster.admin(place.database));
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const cells: Cell[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<Record<string, unknown>>(`select * from "${name}"`);
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        cells.push({
          table: name,
          column,
          row,
          bytes:
            value instanceof Buffer
              ? value
              : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
        });
      }
    }
  }
  await client.end();
  return cells;
}

/** A word as it may lie in bytes: as text, in two bytes a sign, in hexadecimal, in base64, as a digest. */
function written(word: string): readonly Buffer[] {
  const text = Buffer.from(word);
  const base64 = [0, 1, 2].map((shift) => {
    const inner = Buffer.concat([Buffer.alloc(shift), text])
      .toString('base64')
      .replace(/=+$/, '');
    return inner.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  return [
    text,
    Buffer.from(word, 'utf16le'),
    Buffer.from(text.toString('hex')),
    ...base64.map((one) => Buffer.from(one)),
    sha256(text),
    Buffer.from(sha256Hex(text)),
  ];
}
