import type { CaseId, ListId, PersonId } from '../../src/domain/basics/ids.ts';
import type { Call } from '../../src/gate/execute.ts';
import type { Place } from '../../src/place/place.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { usualOpening } from './usual-opening.ts';

/** A woman who does not exist; her name can be found again in no list but the test's own. */
export type Woman = {
  readonly case: CaseId;
  readonly person: PersonId;
  readonly name: string;
  readonly phone: string;
};

const ids = randomIds();

/** Nobody yet: ids, a name and a telephone number of her own. */
export function someWoman(): Woman {
  const person = ids.fresh('person');
  const mark = person.slice(-8);
  return { case: ids.fresh('case'), person, name: `見本 ${mark}`, phone: `0300${mark}` };
}

/** The command that opens her case, as the intake job gives it. */
export function openingOf(woman: Woman, list: ListId = 'list_april'): Call {
  return {
    row: 'case.open',
    input: {
      case: woman.case,
      person: woman.person,
      opening: usualOpening({ list, due: '2026-07-24' }),
      values: [
        {
          section: 'identity',
          value: { name: woman.name, kana: 'ミホン ハナコ', birthDate: '1995-05-05' },
        },
        { section: 'contact', value: { phone: woman.phone } },
      ],
    },
  };
}

/** Opens the cases of some women and gives them. */
export async function openCases(place: Place, count: number): Promise<readonly Woman[]> {
  const women = Array.from({ length: count }, someWoman);
  for (const woman of women) {
    const done = await place.execute([openingOf(woman)], { actor: 'system:intake', key: woman.case });
    if (!done.ok) throw new Error(`A case was not opened: ${done.error.refused}`);
  }
  return women;
}
