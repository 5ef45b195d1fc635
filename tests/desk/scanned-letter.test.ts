import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchId } from '../../src/domain/basics/ids.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import type { AccessEntry } from '../../src/store/access-log.ts';
import { deskRoom } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';

const room = await deskRoom();
const ids = randomIds();
const { done, openCase, answer } = deskOf(room);
const manager = await room.sitting('responsible-manager');
const clerk = await room.sitting('mailing-clerk');
const operator = await room.sitting('operator');
const visitor = await room.sitting('visitor');

const batch = ids.fresh('batch');
const [hers, other] = [await openCase(), await openCase()];
const letters = [hers, other].map((id) => ({ batch, case: id, piece: ids.fresh('piece') }));
const [letter] = letters;
assert.ok(letter);
const begin = { batch, kind: 'notice', month: '2026-05', planned: 2, reason: 'agreed-with-ward' };
await done('batch.begin-without-word', begin, manager.account);
for (const one of letters) await done('piece.plan', one, clerk.account);
await done('batch.fix', { batch }, manager.account);
for (const one of letters) await done('piece.print', { ...one, template: 'notice-1' }, clerk.account);
const [first] = await sheetsOf(batch);
await done('piece.void', { ...letter, reason: 'spoiled' }, clerk.account);
await done('piece.print', { ...letter, template: 'notice-1' }, clerk.account);
const printed = await sheetsOf(batch);
const second = printed.find(({ piece, token }) => piece === letter.piece && token !== first?.token);
assert.ok(first && second);

/** The tokens at the foot of all copies that were printed of her letter, and of the other woman's. */
async function sheetsOf(of: BatchId) {
  type Copy = { readonly piece: string; readonly token: string; readonly copy: number };
  const copies = await answer<readonly Copy[]>('piece.tokens', { batch: of }, 'system:print');
  return copies.toSorted((a) => (a.piece === letter?.piece ? -1 : 1));
}

/** What searches wrote into the access log. */
async function logged(): Promise<readonly AccessEntry[]> {
  const rows = await room.place.parts.database.reader.rows({
    name: 'test-logged',
    text: 'select line from access_entry order by ord',
  });
  const entries = rows.map((row): AccessEntry => JSON.parse(String(row['line'])));
  return entries.filter(({ screen }) => screen === '/search');
}

async function isKept(value: string): Promise<boolean> {
  const [row] = await room.place.parts.database.reader.rows(
    {
      name: 'test-kept',
      text: `select exists (select from fact where strpos(upper(line), $1) > 0)
                 or exists (select from access_entry where strpos(upper(line), $1) > 0)
                 or exists (select from p_sheet where strpos(upper(mark), $1) > 0) as kept`,
    },
    [value],
  );
  return row?.['kept'] === true;
}

test('a scanner over the foot of a letter opens the page of the one person, also of a copy that is no good any more, with one record [CHI-8.1-7, B-03]', async () => {
  for (const [who, typed] of [
    [operator, first.token],
    [clerk, second.token],
    [manager, `${second.token.slice(0, 6).toLowerCase()}-${second.token.slice(6)}`],
  ] as const) {
    const before = (await logged()).length;
    const seen = await who.post('/search', { words: typed });
    assert.deepEqual([seen.status, seen.to], [303, `/cases/${hers}`]);
    const [entry, ...more] = (await logged()).slice(before);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [entry?.row, entry?.word, entry?.kinds, entry?.hits, entry?.subjects?.length],
      ['person.search', 'listed', ['sheet'], 1, 1],
    );
  }
  assert.equal((await visitor.post('/search', { words: first.token })).status, 403);
});

test('an unknown code gets a kind sentence, and no code stands in an address, a log or the journal [CHI-8.1-7, B-03]', async () => {
  const before = (await logged()).length;
  const seen = await operator.post('/search', { words: 'ZZZZ2222ZZZZ' });
  assert.equal(seen.status, 200);
  assert.match(seen.text, /この記号の用紙は見つかりません/);
  assert.equal((await logged()).length, before + 1);
  assert.equal(await isKept(first.token), false);
  assert.equal(await isKept('ZZZZ2222ZZZZ'), false);
  assert.ok(room.lines.every((line) => !JSON.stringify(line).includes(first.token)));
});

test('her own code, typed or read from the square, finds nobody and is kept nowhere [SEC-1-2, CHI-8.16-3]', async () => {
  type Secrets = { readonly piece: string; readonly fields: Readonly<Record<string, string>> };
  const secrets = await answer<readonly Secrets[]>('letters.secrets', { batch }, 'system:print');
  const code = secrets.find(({ piece }) => piece === letter.piece)?.fields['invite.code'];
  assert.ok(code);
  for (const words of [code, code.replaceAll('-', '').toLowerCase(), `https://portal.example/#${code}`]) {
    const seen = await operator.post('/search', { words });
    assert.equal(seen.status, 200);
    assert.match(seen.text, /ご本人だけのもの/);
    assert.ok(!seen.text.toUpperCase().includes(code));
  }
  const entry = (await logged()).at(-1);
  assert.deepEqual([entry?.row, entry?.hits, entry?.subjects], ['person.search', 0, []]);
  assert.equal(await isKept(code), false);
});
