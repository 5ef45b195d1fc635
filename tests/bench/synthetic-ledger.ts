import { civilDate, date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import type { CaseId, PersonId } from '../../src/domain/basics/ids.ts';
import type { Keep } from '../../src/domain/decision.ts';
import type { NewFact } from '../../src/domain/facts.ts';
import { TOWNS_13101 } from '../../src/domain/text/towns-13101.ts';
import type { Place } from '../../src/place/place.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { fillProjections } from '../../src/store/rebuild.ts';
import { writePast } from './write-past.ts';

/** One synthetic woman of a bench: nobody. `number` is her place in the ledger, the same in every run. */
export type SyntheticPerson = {
  readonly person: PersonId;
  readonly case: CaseId;
  readonly values: Readonly<Record<'identity' | 'reference' | 'address' | 'contact', Record<string, string>>>;
};

const CHUNK = 500;
const ids = randomIds();
const BENCH_LIST = ids.fresh('list');
const AT = instantAt(date('2026-05-01'), '10:00');

/**
 * Fills a place with persons and an open case each, through the functions of the store and past the gate (see
 * `writePast`), with the projections of their cases.
 */
export async function fillLedger(place: Place, size: number): Promise<void> {
  const { database, parts } = place;
  for (let from = 0; from < size; from += CHUNK) {
    const people = Array.from({ length: Math.min(CHUNK, size - from) }, (_, at) =>
      syntheticPerson(from + at),
    );
    await writePast(place, {
      links: people.map((one) => ({ subject: one.case, person: one.person })),
      keep: people.flatMap(keepsOf),
      facts: people.map((one) => opened(one.case)),
      at: AT,
    });
  }
  const cases = parts.projections.filter((projection) => projection.of === 'case');
  await database.write((writer) => fillProjections(writer, writer, cases, parts.rules));
}

/** What the vault keeps of her. */
export function keepsOf({ person, values }: SyntheticPerson): readonly Keep[] {
  return Object.entries(values).map(([section, value]): Keep => ({
    of: person,
    section: section as Keep['section'],
    value,
  }));
}

function opened(id: CaseId): NewFact {
  return {
    type: 'case.opened',
    case: id,
    contractYear: 2026,
    list: BENCH_LIST,
    due: date('2026-09-01'),
    followUp: false,
    origin: 'list',
    mailWay: 'registered',
    protected: false,
  };
}

const FAMILIES = (
  '佐藤サトウ鈴木スズキ高橋タカハシ田中タナカ伊藤イトウ渡辺ワタナベ山本ヤマモト中村ナカムラ小林コバヤシ加藤カトウ吉田ヨシダ山田ヤマダ' +
  '佐々木ササキ山口ヤマグチ松本マツモト井上イノウエ木村キムラ林ハヤシ斎藤サイトウ清水シミズ山崎ヤマザキ阿部アベ池田イケダ橋本ハシモト' +
  '石川イシカワ前田マエダ藤田フジタ小川オガワ岡田オカダ後藤ゴトウ長谷川ハセガワ村上ムラカミ近藤コンドウ石井イシイ坂本サカモト遠藤エンドウ' +
  '青木アオキ藤井フジイ西村ニシムラ福田フクダ太田オオタ三浦ミウラ藤原フジワラ岡本オカモト松田マツダ中川ナカガワ中野ナカノ原田ハラダ'
).match(/[一-龠々]+[ァ-ヶー]+/g);
const FIRST =
  '花ハナ美ミ由ユ香カ里リ真マ奈ナ恵エ友トモ明アキ春ハル夏ナツ千チ和カズ陽ヨウ菜ナ愛アイ結ユイ咲サキ葵アオイ'.match(
    /[一-龠][ァ-ヶー]+/g,
  );
const LAST = '子コ美ミ香カ恵エ奈ナ代ヨ枝エ乃ノ音ネ穂ホ里リ花カ菜ナ織オリ実ミ'.match(/[一-龠][ァ-ヶー]+/g);

/** A full name by its number: families repeat as they do in life, given names are combined of three parts. */
export function syntheticPerson(number: number): SyntheticPerson {
  const chance = mixed(number);
  const family = pick(FAMILIES, chance % 4099);
  const given = [pick(FIRST, chance >>> 5), pick(FIRST, chance >>> 11), pick(LAST, chance >>> 17)];
  const towns = TOWNS_13101.towns;
  const town = towns[chance % towns.length];
  const block = `${((chance >>> 3) % 4) + 1}-${((chance >>> 7) % 30) + 1}-${((chance >>> 13) % 40) + 1}`;
  const day = civilDate(5000 + ((chance >>> 4) % 9000));
  const building = number % 3 === 0 ? '' : `見本レジデンス${100 + (mixed(number + 1) % 900)}号室`;
  return {
    person: ids.fresh('person'),
    case: ids.fresh('case'),
    values: {
      identity: {
        name: `${written(family)}　${given.map(written).join('')}`,
        kana: `${read(family)}　${given.map(read).join('')}`,
        commonName: '',
        birthDate: day,
      },
      reference: { number: `26-${String(number).padStart(6, '0')}` },
      address: {
        postcode: town?.postcodes[0] ?? '',
        address: `東京都千代田区${town?.name ?? ''}${block}`,
        building,
      },
      contact: {
        phone: `090-${digits(mixed(number + 7))}-${digits(mixed(number + 13))}`,
        email: `nobody${number}@example.jp`,
      },
    },
  };
}

/** The same numbers in every run, spread over all bits (a step of splitmix32). */
function mixed(number: number): number {
  let value = (number + 0x9e3779b9) | 0;
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
  return (value ^ (value >>> 15)) >>> 0;
}

function digits(number: number): string {
  return String(number % 10_000).padStart(4, '0');
}

function pick(words: readonly string[] | null, number: number): string {
  return words?.[number % words.length] ?? '';
}

function written(word: string): string {
  return word.replace(/[ァ-ヶー]/g, '');
}

function read(word: string): string {
  return word.replace(/[^ァ-ヶー]/g, '');
}
