import { readdir } from 'node:fs/promises';
import { dayOfInstant } from './domain/basics/instant.ts';
import { err, ok, type Result } from './domain/basics/result.ts';
import type { Doors, FirstPerson, Problem } from './cli/doors.ts';
import type { Call } from './gate/execute.ts';
import { foldersOf } from './place/folders.ts';
import { initPlace } from './place/init-place.ts';
import { openPlace, type Works } from './place/open-place.ts';
import { placeDoor } from './place-door.ts';
import { placeSentence } from './place/place-words.ts';
import { restorePlace } from './place/restore-place.ts';
import { restoreSentence } from './place/task-words.ts';
import { whereKeysAre } from './place/where-keys-are.ts';
import { programmes } from './programmes/all.ts';
import type { Programme } from './programmes/programme.ts';
import { readCard } from './place/card.ts';

/** What the command line is given: real places behind plain values. Clock and ids come from whoever starts. */
export function realDoors(works: Works): Doors {
  return {
    programmes,
    today: () => dayOfInstant(works.now()),
    open: async (dataDir, id) => {
      const programme = await chooseProgramme(dataDir, id);
      if (!programme.ok) return programme;
      const opened = await openPlace(dataDir, programme.value, works);
      return opened.ok ? ok(placeDoor(opened.value)) : err(problem(opened.error));
    },
    init: async ({ programme: id, ...wish }) => {
      const programme = programmes.find((one) => one.id === id);
      if (!programme) return err(unknownProgramme(id));
      const { people, ...place } = wish;
      const made = await initPlace({ ...place, programme, first: accountsOf(people, programme) }, works);
      return made.ok ? ok(placeDoor(made.value)) : err(problem(made.error));
    },
    restore: async ({ programme: _only, keys, ...wish }, progress) => {
      const found = keys ?? (await whereKeysAre(wish.from));
      if (found === undefined) return err(KEYS_WANTED);
      const made = await restorePlace({ ...wish, keys: found, programmes }, works, (done, total) =>
        progress('復元', done, total),
      );
      if (!made.ok) return err({ type: made.error.type, sentence: restoreSentence(made.error) });
      const { place, ...report } = made.value;
      await placeDoor(place).close();
      return ok(report);
    },
  };
}

const KEYS_WANTED: Problem = {
  type: 'keys-wanted',
  sentence: '鍵の写しのある場所を --keys DIR で指定してください。',
};

/** The commands that open the accounts of the first people, until the contract ends. */
function accountsOf(people: readonly FirstPerson[], programme: Programme): readonly Call[] {
  const until = programme.rules.contract.to;
  return people.map((person) => ({
    row: 'account.install',
    input: { ...person, holder: person.account, until },
  }));
}

/** The programme named, or the only one in the data directory. */
async function chooseProgramme(dataDir: string, id: string | undefined): Promise<Result<Programme, Problem>> {
  if (id !== undefined) {
    const named = programmes.find((one) => one.id === id);
    return named ? ok(named) : err(unknownProgramme(id));
  }
  const here: Programme[] = [];
  for (const name of await readdir(dataDir).catch(() => [])) {
    const programme = programmes.find((one) => one.id === name);
    if (programme && (await readCard(foldersOf(dataDir, name).card))) here.push(programme);
  }
  const [only] = here;
  if (only && here.length === 1) return ok(only);
  return err({
    type: here.length === 0 ? 'no-place' : 'several-programmes',
    sentence:
      here.length === 0
        ? `${dataDir} に事業の置き場所がありません。先に mimamori init --programme ID で作ってください。`
        : `事業が複数あります。--programme で選んでください: ${here.map((one) => one.id).join('、')}`,
  });
}

function unknownProgramme(id: string): Problem {
  return {
    type: 'unknown-programme',
    sentence: `事業「${id}」はありません。選べるもの: ${programmes.map((one) => one.id).join('、')}`,
  };
}

function problem(error: Parameters<typeof placeSentence>[0]): Problem {
  return { type: error.type, sentence: placeSentence(error) };
}
