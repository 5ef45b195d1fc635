import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { instantAt } from '../../domain/basics/instant.ts';
import { date } from '../../domain/basics/civil-date.ts';
import type { Keep } from '../../domain/decision.ts';
import type { RoleName } from '../../domain/facts/governance.ts';
import type { Place } from '../../place/place.ts';
import { randomIds } from '../../security/random-ids.ts';
import { addEntries, type AccessEntry } from '../../store/access-log.ts';
import type { Writer } from '../../store/connection.ts';
import { text } from '../../store/row.ts';
import { forgetPersons } from '../../store/vault/forget.ts';
import { vaultSession } from '../../store/vault/session.ts';
import { testPlace } from '../../../tests/support/place.ts';

const ids = randomIds();
const AT = instantAt(date('2026-05-01'), '10:00');

type Who = {
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly number: string;
  readonly address: string;
  readonly building?: string;
};

const hanako: Who = {
  name: '山﨑　花子',
  kana: 'ﾔﾏｻﾞｷ　ﾊﾅｺ',
  birthDate: '1995-05-05',
  phone: '090-1234-5678',
  number: '26-00001',
  address: '東京都千代田区九段北一丁目2番14号',
  building: '見本荘101号室',
};
const namesake: Who = {
  name: '山崎　華子',
  kana: 'ヤマザキ　ハナコ',
  birthDate: '1990-01-31',
  phone: '03-5555-0000',
  number: '26-00002',
  address: '千代田区麹町3-7-24',
};
const wataru: Who = {
  name: '髙橋　渡',
  kana: 'タカハシ　ワタル',
  birthDate: '2001-12-24',
  phone: '',
  number: '26-00003',
  address: '千代田区九段北1-2-20',
};
const ayumu: Who = {
  name: '高橋　渉',
  kana: 'タカハシ　アユム',
  birthDate: '1999-02-03',
  phone: '090-2222-3333',
  number: '26-00004',
  address: '千代田区九段北１－２－２０',
};
const kazumi: Who = {
  name: '蒲田　一美',
  kana: 'カマタ　カズミ',
  birthDate: '1998-08-08',
  phone: '090-4444-1111',
  number: '26-00005',
  address: '千代田区外神田2-17-6',
  building: '302',
};
const fumi: Who = { ...kazumi, name: '蒲田　二美', kana: 'カマタ　フミ', phone: '', number: '26-00006' };

const nameOf = new Map<string, Who>();
const home = await testPlace();
const operator = await home.person('operator');
const firstCase = await enter(home.place, hanako);
await enter(home.place, namesake, true);
for (const who of [wataru, ayumu, kazumi, fumi]) await enter(home.place, who);

const QUERIES: readonly (readonly [typed: string, found: readonly Who[]])[] = [
  ['ﾔﾏｻﾞｷ', [namesake, hanako]],
  ['やまざき　はなこ', [namesake, hanako]],
  ['ヤマサキ', []],
  ['ハナコ', [namesake, hanako]],
  ['山崎', [namesake, hanako]],
  ['山﨑 花', [hanako]],
  ['高橋', [ayumu, wataru]],
  ['髙橋', [ayumu, wataru]],
  ['渡', [wataru]],
  ['渉', [ayumu]],
  ['1995/5/5', [hanako]],
  ['H7.5.5', [hanako]],
  ['平成7年5月5日', [hanako]],
  ['4070505', [hanako]],
  ['ﾔﾏ H2.1.31', [namesake]],
  ['090-1234-5678', [hanako]],
  ['+819012345678', [hanako]],
  ['５６７８', [hanako]],
  ['678', []],
  ['２６－００００３', [wataru]],
  ['26-0000', [kazumi, fumi, ayumu, wataru, namesake, hanako]],
  ['九段北', [ayumu, wataru, hanako]],
  ['九段北 1-2', [ayumu, wataru, hanako]],
  ['九段北1-2-2', []],
  ['九段北一丁目2-14', [hanako]],
  ['麴町3丁目7番24号', [namesake]],
  ['見本 九段北', []],
];

for (const [typed, found] of QUERIES) {
  test(`"${typed}" finds ${found.length} in the order of the kana [CHI-8.1-7]`, async () => {
    assert.deepEqual((await search(home.place, typed)).who, found);
  });
}

test('what must be seen before a letter or a call stands beside the name [CHI-8.1-7]', async () => {
  const warned = async (typed: string) =>
    (await search(home.place, typed)).persons.map((one) => one.warnings);
  assert.deepEqual(await warned('26-00001'), [['same-name']]);
  assert.deepEqual(await warned('26-00002'), [['protected', 'same-name']]);
  assert.deepEqual(await warned('26-00003'), [['same-household']]);
  assert.deepEqual(await warned('26-00005'), [['same-household', 'twin']]);
});

test('a role sees of each person what it may: a clerk no telephone, nobody a street [CHI-8.1-7]', async () => {
  const shown = await search(home.place, '26-00001');
  const [line] = shown.persons;
  assert.ok(line);
  assert.equal(line.phoneEnd, '5678');
  assert.equal(line.town, '九段北');
  assert.deepEqual(
    line.cases.map((one) => [one.case, one.standing]),
    [[firstCase, 'open']],
  );
  assert.doesNotMatch(JSON.stringify(shown.persons), /見本荘|1234|2番14号/);
  const clerk = await home.person('mailing-clerk');
  const less = await search(home.place, '26-00001', clerk);
  assert.deepEqual(less.who, [hanako]);
  assert.equal(less.persons[0]?.phoneEnd, undefined);
});

test('the log of a search holds its kinds of key, hits and ids, and none of its words [SEC-4-4]', async () => {
  const shown = await search(home.place, 'ヤマザキ 5678');
  const entries = await logOf(home.place, operator);
  const last = entries.at(-1);
  assert.equal(last?.word, 'listed');
  assert.equal(last.hits, 1);
  assert.deepEqual(last.kinds, ['kana', 'name', 'phone', 'reference']);
  assert.deepEqual(
    last.subjects,
    shown.persons.map((one) => one.person),
  );
  await search(home.place, 'ソンナヒトハ 1973/3/3');
  const none = (await logOf(home.place, operator)).at(-1);
  assert.equal(none?.hits, 0);
  assert.deepEqual(none.subjects, []);
  for (const entry of await logOf(home.place, operator)) {
    assert.doesNotMatch(JSON.stringify(entry), /[\u3040-\u30ff\u4e00-\u9fff\uff61-\uff9f]|5678|1973/);
  }
});

for (const role of ['visitor', 'auditor', 'administrator'] as const satisfies readonly RoleName[]) {
  test(`a person whose role is ${role} has no search, and the try is remembered [SEC-4-4]`, async () => {
    const actor = await home.person(role);
    const answer = await home.place.ask('person.search', { words: 'ヤマザキ' }, { actor });
    assert.ok(!answer.ok && answer.error.refused === 'denied');
    assert.deepEqual(
      (await logOf(home.place, actor)).map((entry) => entry.word),
      ['denied'],
    );
  });
}

test('what another process enters, changes or erases is so at the next search', async () => {
  const other = await home.again();
  const person = ids.fresh('person');
  await search(home.place, 'ヤマ');
  const mine: Who = {
    ...wataru,
    name: '新井　文',
    kana: 'アライ　フミ',
    number: '26-00007',
    address: '千代田区一番町6-4',
  };
  await enter(other, mine, false, person);
  assert.deepEqual((await search(home.place, 'アライ')).who, [mine]);

  const renamed = { ...mine, name: '井川　文', kana: 'イカワ　フミ' };
  nameOf.set(person, renamed);
  await other.database.write((writer) =>
    changed(other, writer, { of: person, section: 'identity', value: identity(renamed) }),
  );
  assert.deepEqual((await search(home.place, 'アライ')).who, []);
  assert.deepEqual((await search(home.place, 'イカワ')).who, [renamed]);

  const warnedOf = async (typed: string) => (await search(home.place, typed)).persons[0]?.warnings;
  assert.deepEqual(await warnedOf('26-00007'), []);
  const twice = {
    ...kazumi,
    kana: 'イカワ　フミ',
    name: '伊川　二三',
    number: '26-00010',
    phone: '',
    address: '',
  };
  const second = ids.fresh('person');
  await enter(other, twice, false, second);
  assert.deepEqual(await warnedOf('26-00007'), ['same-name'], 'a namesake who came later is warned of');
  await other.database.write(async (writer) => {
    await forgetPersons(writer, other.parts.ring(), [second]);
    await addEntries(writer, [{ ...entryOfTest(), forgot: [second] }]);
  });
  assert.deepEqual(await warnedOf('26-00007'), []);

  const again = ids.fresh('case');
  await other.database.write(async (writer) => {
    await vaultSession(writer, other.parts.ring()).keep(writer, [], [{ subject: again, person }]);
    await addEntries(writer, [{ ...entryOfTest(), linked: [person] }]);
  });
  const candidates = (await home.place.parts.search()).candidates({ reference: '26-00007' });
  assert.equal(candidates[0]?.cases.length, 2);
  assert.ok(candidates[0].cases.includes(again));

  await other.database.write(async (writer) => {
    await forgetPersons(writer, other.parts.ring(), [person]);
    await addEntries(writer, [{ ...entryOfTest(), forgot: [person] }]);
  });
  assert.deepEqual((await search(home.place, 'イカワ')).who, []);
  assert.equal((await home.place.parts.search()).size, 6);
});

test('a value that is committed late, after younger ones were seen, is found all the same', async () => {
  const late = ids.fresh('person');
  const who: Who = { ...wataru, name: '遅井　直', kana: 'オソイ　ナオ', number: '26-00008' };
  nameOf.set(late, who);
  let commit = () => {};
  let hasWritten = () => {};
  const written = new Promise<void>((resolve) => {
    hasWritten = resolve;
  });
  const slow = home.place.database.write(async (writer) => {
    const link = { subject: ids.fresh('case'), person: late };
    await changed(home.place, writer, { of: late, section: 'identity', value: identity(who) }, [link]);
    hasWritten();
    await new Promise<void>((resolve) => {
      commit = resolve;
    });
  });
  await written;
  const younger: Who = { ...who, name: '早井　直', kana: 'ハヤイ　ナオ', number: '26-00009' };
  await enter(home.place, younger);
  assert.deepEqual((await search(home.place, 'ハヤイ')).who, [younger]);
  assert.deepEqual((await search(home.place, 'オソイ')).who, []);
  commit();
  await slow;
  assert.deepEqual((await search(home.place, 'オソイ')).who, [who]);
});

test('for a row of a list those are proposed who agree in a number, name, telephone or home, with what agrees', async () => {
  const people = await home.place.parts.search();
  const keys = people.keysOf({
    'identity.kana': 'やまざき はなこ',
    'identity.birthDate': '1995-05-05',
    'reference.number': '26-00002',
    'address.address': '九段北1-2-14',
    'address.building': '見本荘 101',
  });
  const proposed = people
    .candidates(keys)
    .map(({ person, agrees }) => [nameOf.get(person), agrees.toSorted()]);
  assert.deepEqual(proposed, [
    [namesake, ['kana', 'reference']],
    [hanako, ['address', 'birthDate', 'kana']],
  ]);
  const born = people.keysOf({ 'identity.birthDate': '1995-05-05' });
  assert.deepEqual(people.candidates(born), []);
});

type Shown = {
  readonly person: PersonId;
  readonly town?: string;
  readonly phoneEnd?: string;
  readonly cases: readonly { readonly case: CaseId; readonly standing: string }[];
  readonly warnings: readonly string[];
};

async function search(place: Place, words: string, actor = operator) {
  const answer = await place.ask('person.search', { words }, { actor });
  assert.ok(answer.ok);
  const { persons } = answer.value as { persons: readonly Shown[] };
  return { persons, who: persons.map((one) => nameOf.get(one.person)) };
}

async function enter(
  place: Place,
  who: Who,
  isProtected = false,
  person: PersonId = ids.fresh('person'),
): Promise<CaseId> {
  const id = ids.fresh('case');
  nameOf.set(person, who);
  const done = await place.execute(
    [
      {
        row: 'case.open',
        input: {
          case: id,
          person,
          opening: {
            contractYear: 2026,
            list: ids.fresh('list'),
            due: '2026-09-01',
            followUp: false,
            origin: 'list',
            mailWay: isProtected ? 'undecided' : 'registered',
            protected: isProtected,
          },
          values: [
            { section: 'identity', value: identity(who) },
            { section: 'reference', value: { number: who.number } },
            {
              section: 'address',
              value: { postcode: '', address: who.address, building: who.building ?? '' },
            },
            { section: 'contact', value: { phone: who.phone, email: '' } },
          ],
        },
      },
    ],
    { actor: 'system:intake' },
  );
  assert.ok(done.ok);
  return id;
}

function identity(who: Who): Readonly<Record<string, string>> {
  return { name: who.name, kana: who.kana, commonName: '', birthDate: who.birthDate };
}

/** A value changed as a command of the gate would, with its entry in the log. */
async function changed(
  place: Place,
  writer: Writer,
  keep: Keep & { readonly of: PersonId },
  links: readonly { readonly subject: CaseId; readonly person: PersonId }[] = [],
): Promise<void> {
  const wrote = await vaultSession(writer, place.parts.ring()).keep(writer, [keep], links);
  await addEntries(writer, [{ ...entryOfTest(), wrote }]);
}

function entryOfTest(): AccessEntry {
  return { id: ids.fresh('entry'), at: AT, word: 'executed', actor: 'system:test', row: 'test' };
}

async function logOf(place: Place, actor: string): Promise<readonly AccessEntry[]> {
  const rows = await place.database.reader.rows({
    name: 'test-log',
    text: 'select line from access_entry order by ord',
  });
  return rows
    .map((row): AccessEntry => JSON.parse(text(row, 'line')))
    .filter((entry) => entry.actor === actor);
}
