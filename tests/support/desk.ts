import { randomIds } from '../../src/security/random-ids.ts';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { TestPlace } from './place.ts';
import { usualOpening } from './usual-opening.ts';

const ids = randomIds();

/** Short words for tests at a place: say a command, ask a question, open a woman's case. */
export type Desk = {
  /** Facts of a yes; a no fails the test with its code. */
  readonly done: (
    row: string,
    input: object,
    actor: string,
    second?: string,
  ) => Promise<readonly RecordedFact[]>;
  /** `done`, or the code of the no. */
  readonly said: (row: string, input: object, actor: string, second?: string) => Promise<string>;
  readonly answer: <T>(row: string, input: object, actor: string) => Promise<T>;
  /** What a question is refused with, or `answered`. */
  readonly refused: (row: string, input: object, actor: string) => Promise<string>;
  readonly openCase: (changes?: { readonly opening?: object; readonly values?: object }) => Promise<CaseId>;
};

export function deskOf({ place }: Pick<TestPlace, 'place'>): Desk {
  const execute = (row: string, input: object, actor: string, second?: string) =>
    place.execute([{ row, input }], { actor, ...(second ? { second } : {}) });
  const done: Desk['done'] = async (row, input, actor, second) => {
    const outcome = await execute(row, input, actor, second);
    if (!outcome.ok) throw new Error(`${row}: ${JSON.stringify(outcome.error)}`);
    return outcome.value.facts;
  };
  return {
    done,
    said: async (row, input, actor, second) => {
      const outcome = await execute(row, input, actor, second);
      return outcome.ok ? 'done' : outcome.error.refused;
    },
    answer: async <T>(row: string, input: object, actor: string) => {
      const outcome = await place.ask(row, input, { actor });
      if (!outcome.ok) throw new Error(`${row}: ${outcome.error.refused}`);
      return outcome.value as T;
    },
    refused: async (row, input, actor) => {
      const outcome = await place.ask(row, input, { actor });
      return outcome.ok ? 'answered' : outcome.error.refused;
    },
    openCase: async ({ opening = {}, values = {} } = {}) => {
      const id = ids.fresh('case');
      const identity = { name: '見本 花子', kana: 'ミホン ハナコ', birthDate: '1993-02-03' };
      const sections = { identity, contact: { phone: '09012345678' }, ...values };
      await done(
        'case.open',
        {
          case: id,
          person: ids.fresh('person'),
          opening: usualOpening(opening),
          values: Object.entries(sections).map(([section, value]) => ({ section, value })),
        },
        'system:intake',
      );
      return id;
    },
  };
}
