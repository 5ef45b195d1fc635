import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ROLE_NAMES } from '../gate/inside/account.ts';
import { demoPeople } from '../programmes/words/demo-people.ts';
import type { CliCommand } from './command-line.ts';
import type { FirstPerson } from './doors.ts';
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
  says: '事業の置き場所(データベース、鍵、最初の利用者)を作ります',
  usage: 'init --programme ID [--second-place DIR] [--people FILE.json] [--demo]',
  examples: [
    'mimamori init --programme chiyoda-visit --demo',
    'mimamori init --programme chiyoda-visit --data /srv/mimamori --second-place /mnt/keys --people first-people.json',
  ],
  options: { demo: { type: 'boolean' }, 'second-place': { type: 'string' }, people: { type: 'string' } },
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
    const made = await doors.init({
      dataDir: words.common.data,
      programme,
      tryout: demo,
      people: first,
      ...(secondPlace === undefined ? {} : { secondPlace }),
    });
    if (!made.ok) {
      out.problem(made.error.sentence);
      return 1;
    }
    const place = made.value;
    if (words.common.json) out.json({ programme, where: place.where, tryout: demo, people: first });
    else {
      out.line(`${place.programme.title} の置き場所を作りました: ${place.where}`);
      if (demo) out.line('見本(お試し)です。実在の方の情報を入れないでください。');
      for (const person of first) out.line(`  ${person.account}  ${person.roles.join(', ')}  ${person.name}`);
    }
    await place.close();
    return 0;
  },
};

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
