import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { townTable } from '../../domain/text/town-table.ts';
import { TOWNS_13101 } from '../../domain/text/towns-13101.ts';
import { compareKana } from './collation.ts';
import { findSlots } from './find-persons.ts';
import { personIndex, type PersonEntry, type PersonIndex } from './person-index.ts';
import { personKeys, type PersonKeys, type PersonValues } from './person-keys.ts';
import { readQuery, type Term } from './query.ts';
import { warningsOf } from './warnings.ts';

const towns = townTable([TOWNS_13101], '13101');

const FAMILIES = [
  ['山崎', 'ヤマザキ'],
  ['山﨑', 'ヤマサキ'],
  ['髙橋', 'タカハシ'],
  ['高橋', 'タカハシ'],
  ['渡辺', 'ワタナベ'],
  ['渉', 'ワタル'],
  ['神田', 'カンダ'],
  ['蒲田', 'ガマタ'],
  ['NGUYEN', 'グエン'],
] as const;
const GIVEN = [
  ['花子', 'ハナコ'],
  ['渡', 'ワタル'],
  ['さくら', 'サクラ'],
  ['香', 'カオリ'],
  ['THI AN', 'ティ アン'],
] as const;

const someValues: fc.Arbitrary<PersonValues> = fc
  .record({
    family: fc.constantFrom(...FAMILIES),
    given: fc.constantFrom(...GIVEN),
    common: fc.constantFrom('', '', '', '橋本 花子'),
    day: fc.constantFrom('1995-05-05', '1995-05-06', '2000-01-31'),
    phone: fc.constantFrom('', '090-1234-5678', '03-1234-5678', '090-8765-5678'),
    number: fc.constantFrom('', '26-00001', '26-00002', '2600001'),
    address: fc.constantFrom(
      '',
      '東京都千代田区九段北一丁目2番14号',
      '千代田区九段北1-2-1',
      '千代田区神田神保町1-1',
    ),
    building: fc.constantFrom('', '見本荘101', '見本荘102'),
  })
  .map(({ family, given, common, day, phone, number, address, building }) => ({
    'identity.name': `${family[0]}　${given[0]}`,
    'identity.kana': `${family[1]}　${given[1]}`,
    'identity.commonName': common,
    'identity.birthDate': day,
    'contact.phone': phone,
    'reference.number': number,
    'address.address': address,
    'address.building': building,
  }));

const QUERIES = [
  'ﾔﾏｻﾞｷ',
  'やま',
  'ヤ',
  'カ',
  'ガ',
  'ワタル',
  'ハナコ',
  '高橋 花',
  '髙橋',
  '渡',
  '渉',
  '橋本',
  'nguyen',
  'H7.5.5',
  '平成7年5月5日 タ',
  '5678',
  '090-1234-5678',
  '2600001',
  '26-0000',
  '九段北',
  '九段北 1-2',
  '神田',
  '九段北1-2-14 見本',
  '九段北1-2-14見本荘10',
  'ンダ',
  'アン',
  'ほげ',
] as const;

test('the index finds exactly those whom a look at everybody finds, in the order of lists, after any changes', () => {
  const step = fc.record({
    who: fc.nat(25),
    values: fc.option(someValues, { nil: undefined, freq: 3 }),
  });
  fc.assert(
    fc.property(
      fc.array(fc.array(step, { minLength: 1, maxLength: 90 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...QUERIES),
      fc.boolean(),
      fc.integer({ min: 1, max: 5 }),
      (rounds, typed, within, limit) => {
        const index = personIndex();
        const alive = new Map<PersonId, PersonKeys>();
        for (const round of rounds) live(index, alive, round);
        const query = readQuery(typed, towns);
        const expected = [...alive]
          .filter(([, keys]) => query.every((terms) => terms.some((term) => fits(keys, term, within))))
          .toSorted(([a, one], [b, other]) => inLists(one, other) || (a < b ? -1 : 1))
          .map(([person]) => person);
        const found = findSlots(index, query, { limit, within });
        assert.equal(found.total, expected.length);
        assert.deepEqual(found.first.map(index.personAt), expected.slice(0, limit));
        assert.equal(index.size(), alive.size);
        for (const slot of found.first) {
          const person = index.personAt(slot);
          assert.deepEqual(warningsOf(index, slot), expectedWarnings(alive, person));
        }
      },
    ),
    { numRuns: 400 },
  );
});

/** Many at once where a round is long, one after the other where it is short: both ways into the index. */
function live(
  index: PersonIndex,
  alive: Map<PersonId, PersonKeys>,
  round: readonly { readonly who: number; readonly values: PersonValues | undefined }[],
): void {
  const put = new Map<PersonId, PersonEntry>();
  const gone = new Set<PersonId>();
  round.forEach(({ who, values }, at) => {
    const person: PersonId = `person_${round.length > 70 ? at : who}`;
    if (!values) {
      gone.add(person);
      return;
    }
    put.set(person, { person, cases: [`case_${who}` as CaseId], keys: personKeys(values, towns) });
  });
  index.put([...put.values()]);
  index.drop(gone);
  for (const [person, { keys }] of put) alive.set(person, keys);
  for (const person of gone) alive.delete(person);
}

/** The rule said again, plainly, over one person. */
function fits(keys: PersonKeys, term: Term, within: boolean): boolean {
  switch (term.kind) {
    case 'kana':
      return nameFits([keys.kana], keys.givenKana, term.key, within);
    case 'name':
      return nameFits([keys.name, keys.otherName], keys.givenName, term.key, within);
    case 'birth-date':
      return keys.birthDate === term.date;
    case 'phone':
      return term.whole ? keys.phone === term.digits : keys.phone.endsWith(term.digits);
    case 'reference':
      return keys.reference.startsWith(term.key);
    case 'address':
      return addressFits(keys.address, term.site, term.building);
  }
}

function nameFits(wholes: readonly string[], given: string, key: string, within: boolean): boolean {
  if (within) return wholes.some((name) => name.includes(key));
  return wholes.some((name) => name.startsWith(key)) || (key.length > 1 && given.startsWith(key));
}

function addressFits(address: string, site: string, building: string): boolean {
  const [place, town, rest, hers = ''] = address.split(':');
  const [wantedPlace, wantedTown, wantedRest = ''] = site.split(':');
  if (place !== wantedPlace || town !== wantedTown || rest === undefined) return false;
  if (building !== '') return rest === wantedRest && hers.startsWith(building);
  const numbers = rest.split('-');
  return wantedRest === '' || wantedRest.split('-').every((number, at) => numbers[at] === number);
}

function inLists(one: PersonKeys, other: PersonKeys): number {
  return compareKana(one.kana, other.kana) || one.birthDate - other.birthDate;
}

function expectedWarnings(alive: ReadonlyMap<PersonId, PersonKeys>, person: PersonId): readonly string[] {
  const her = alive.get(person);
  assert.ok(her);
  const others = [...alive].filter(([other]) => other !== person).map(([, keys]) => keys);
  const names = [her.name, her.otherName].filter((name) => name !== '');
  const isSameHome = (other: PersonKeys) => her.address !== '' && other.address === her.address;
  const isSamePhone = (other: PersonKeys) => her.phone !== '' && other.phone === her.phone;
  return [
    ...(others.some(
      (other) => other.kana === her.kana || names.includes(other.name) || names.includes(other.otherName),
    )
      ? ['same-name']
      : []),
    ...(others.some(isSameHome) ? ['same-household'] : []),
    ...(others.some((other) => other.birthDate === her.birthDate && (isSameHome(other) || isSamePhone(other)))
      ? ['twin']
      : []),
  ];
}

test('a wide beginning is counted whole and shown from the first of the list, wherever its names stand', () => {
  const index = personIndex();
  const entry = (number: number, family: readonly [string, string]): PersonEntry => ({
    person: `person_${String(number).padStart(5, '0')}`,
    cases: [],
    keys: personKeys(
      {
        'identity.name': `${family[0]} 花${number}`,
        'identity.kana': `${family[1]} ハナ`,
        'reference.number': `26-${String(number).padStart(5, '0')}`,
      },
      towns,
    ),
  });
  index.put(
    Array.from({ length: 3000 }, (_, at) =>
      entry(at, at % 4 < 2 ? ['渡辺', 'ワタナベ'] : ['加藤', 'カトウ']),
    ),
  );
  index.put([entry(3000, ['我妻', 'ガサイ']), entry(3001, ['渡部', 'ワシベ'])]);
  const shown = (typed: string) => {
    const found = findSlots(index, readQuery(typed, towns), { limit: 2, within: false });
    return [found.total, ...found.first.map(index.personAt)];
  };
  assert.deepEqual(shown('26-0'), [3002, 'person_03000', 'person_00002']);
  assert.deepEqual(shown('渡'), [1501, 'person_03001', 'person_00000']);
  assert.deepEqual(shown('カ'), [1500, 'person_00002', 'person_00003']);
  assert.deepEqual(shown('ガ'), [1, 'person_03000']);

  index.drop(['person_03001', 'person_00000']);
  index.put([entry(3002, ['渡会', 'ワンダ']), entry(3003, ['渡井', 'ワタンベ'])]);
  assert.deepEqual(shown('渡'), [1501, 'person_00001', 'person_00004']);
  index.put([entry(3002, ['渡会', 'ワタアイ'])]);
  assert.deepEqual(shown('渡'), [1501, 'person_03002', 'person_00001']);
});
