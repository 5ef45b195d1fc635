import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { date } from '../domain/basics/civil-date.ts';
import type { Result } from '../domain/basics/result.ts';
import { hasSubject } from '../domain/rules-of.ts';
import { ROLE_NAMES } from '../gate/inside/account.ts';
import { demoPeople } from '../programmes/words/demo-people.ts';
import type { CliCommand } from './command-line.ts';
import type { Doors, FirstPerson, PlaceDoor, Problem } from './doors.ts';
import { readJson } from './read-json.ts';

const people = z.array(
  z.strictObject({
    account: z.string().regex(/^account_[a-z0-9-]{1,40}$/),
    name: z.string().min(1),
    roles: z.array(z.enum(ROLE_NAMES)).min(1),
  }),
);

/** `mimamori init`: makes the place of a programme: database, keys in two places, first accounts. */
export const initCommand: CliCommand = {
  name: 'init',
  says: '事業の置き場所(データベース、鍵、最初の利用者)を作ります。--demo は年度途中の架空の町つきです',
  usage: 'init --programme ID [--second-place DIR] [--people FILE.json] [--demo [--empty]]',
  examples: [
    'mimamori init --programme chiyoda-visit --demo',
    'mimamori init --programme chiyoda-visit --data /srv/mimamori --second-place /mnt/keys --people first-people.json',
  ],
  options: {
    demo: { type: 'boolean' },
    empty: { type: 'boolean' },
    'second-place': { type: 'string' },
    people: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const programme = words.common.programme;
    if (programme === undefined) {
      out.problem(`--programme ID が要ります: ${doors.programmes.map((one) => one.id).join('、')}`);
      return 2;
    }
    const demo = words.flag('demo');
    const first = await firstPeople(words.text('people'), demo);
    if (typeof first === 'string') {
      out.problem(first);
      return 2;
    }
    const secondPlace = words.text('second-place');
    const where = {
      dataDir: words.common.data,
      ...(secondPlace === undefined ? {} : { secondPlace }),
    };
    const town =
      demo && !words.flag('empty') && words.text('people') === undefined && townOf(doors, programme);
    const made = town
      ? await town(where)
      : await doors.init({ ...where, programme, tryout: demo, people: first });
    if (made === 'said') return 1;
    if (!made.ok) {
      out.problem(made.error.sentence);
      return 1;
    }
    const place = made.value;
    if (words.common.json) out.json({ programme, where: place.where, tryout: demo, people: first });
    else {
      out.line(`${place.programme.title} の置き場所を作りました: ${place.where}`);
      if (town) {
        out.line(`架空の町の${TOWN.people}人が、${TOWN.until} まで事業を利用しています。`);
        const year = resolve(words.common.data, 'demo-year');
        out.line(`名簿・通知・報告などは ${year} にあります。`);
        out.line(
          `試せる手紙のコードは ${resolve(year, 'codes-to-try.json')} に。動かすには mimamori serve です。`,
        );
      }
      if (demo) out.line('見本(お試し)です。実在の方の情報を入れないでください。');
      for (const person of first) out.line(`  ${person.account}  ${person.roles.join(', ')}  ${person.name}`);
    }
    await place.close();
    return 0;
  },
};

/** In the town that `--demo` makes it is the middle of September: everything that a year brings has begun. */
const TOWN = { people: 60, seed: 8, until: date('2026-09-15'), toTry: true };

type Where = { readonly dataDir: string; readonly secondPlace?: string };

/** What lives the year of a programme until that day, where it can be lived; `said`: the reason stands on stderr already. */
function townOf({ simulate, programmes, open }: Doors, id: string) {
  const programme = programmes.find((one) => one.id === id);
  if (!simulate || !programme || !hasSubject(programme.rules, 'eligibility')) return undefined;
  const { year } = programme.rules.contract;
  return async ({ dataDir, ...second }: Where): Promise<Result<PlaceDoor, Problem> | 'said'> => {
    const [data, out] = [resolve(dataDir), resolve(dataDir, 'demo-year')];
    const lived = await simulate({
      programme: id,
      year,
      ...TOWN,
      ...second,
      data,
      out,
      json: false,
      quiet: true,
    });
    return lived === 0 ? open(dataDir, id) : 'said';
  };
}

async function firstPeople(
  file: string | undefined,
  demo: boolean,
): Promise<readonly FirstPerson[] | string> {
  if (file === undefined) {
    return demo
      ? demoPeople()
      : '最初の利用者を --people FILE.json で渡してください(ID管理者と承認者は別の人です)。';
  }
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return `ファイルを開けません: ${file}`;
  const json = readJson(text);
  const read = json.ok ? people.safeParse(json.value) : undefined;
  return read?.success
    ? read.data
    : '--people のファイルは [{"account":"account_…","name":"…","roles":["administrator"]}] の形です。';
}
