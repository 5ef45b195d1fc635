import { dayOfInstant } from './domain/basics/instant.ts';
import { err, ok } from './domain/basics/result.ts';
import type { Doors, FirstPerson, Problem } from './cli/doors.ts';
import type { Call } from './gate/execute.ts';
import { chooseProgramme } from './place/choose-programme.ts';
import { foldersOf } from './place/folders.ts';
import { initPlace } from './place/init-place.ts';
import { openPlace, type Works } from './place/open-place.ts';
import { placeClock } from './place/place-clock.ts';
import { placeDoor } from './place-door.ts';
import { placeSentence } from './place/place-words.ts';
import { restorePlace } from './place/restore-place.ts';
import { restoreSentence } from './place/task-words.ts';
import { whereKeysAre } from './place/where-keys-are.ts';
import { programmes } from './programmes/all.ts';
import type { Programme } from './programmes/programme.ts';

/** What the command line is given: real places behind plain values. Clock and ids come from whoever starts. */
export function realDoors(works: Works): Doors {
  return {
    programmes,
    today: () => dayOfInstant(works.now()),
    open: async (dataDir, id) => {
      const programme = await chooseProgramme(dataDir, id, programmes);
      if (!programme.ok) return programme;
      const now = await placeClock(foldersOf(dataDir, programme.value.id).card, works.now);
      const opened = await openPlace(dataDir, programme.value, { ...works, now });
      return opened.ok ? ok(placeDoor(opened.value)) : err(problem(opened.error));
    },
    init: async ({ programme: id, ...wish }) => {
      const chosen = await chooseProgramme(wish.dataDir, id, programmes);
      if (!chosen.ok) return chosen;
      const programme = chosen.value;
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

function problem(error: Parameters<typeof placeSentence>[0]): Problem {
  return { type: error.type, sentence: placeSentence(error) };
}
