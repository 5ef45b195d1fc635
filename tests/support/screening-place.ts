import assert from 'node:assert/strict';
import { intake, type IntakeWish, type TakenIn } from '../../src/exchange/intake/intake.ts';
import type { Receipt } from '../../src/gate/execute.ts';
import { screening } from '../../src/programmes/screening/programme.ts';
import { testPlace, type TestPlace } from './place.ts';
import { month } from './read-ward-list.ts';
import { HAND_OVER, value } from './take-in.ts';
import { PASSWORD, wardFile, type Cells } from './ward-file.ts';

/** A place of the recall of insured persons, with a clock that the test sets. */
export type ScreeningPlace = TestPlace & {
  /** A refusal fails the test with its code. */
  readonly done: (by: string, row: string, input: object, second?: string) => Promise<Receipt>;
  readonly asked: <Answer>(by: string, question: string, input: object) => Promise<Answer>;
  readonly takeIn: (by: string, rows: readonly Cells[], wish?: Partial<IntakeWish>) => Promise<TakenIn>;
};

export async function screeningPlace(at = '2026-06-01'): Promise<ScreeningPlace> {
  const home = await testPlace(at, screening);
  const { place } = home;
  return {
    ...home,
    done: async (by, row, input, second) => {
      const done = await place.execute([{ row, input }], { actor: by, ...(second ? { second } : {}) });
      if (!done.ok) throw new Error(`${row} was refused: ${done.error.refused}`);
      return done.value;
    },
    asked: async <Answer>(by: string, question: string, input: object) => {
      const answer = await place.ask(question, input, { actor: by });
      if (!answer.ok) throw new Error(`${question} was refused: ${answer.error.refused}`);
      return answer.value as Answer;
    },
    takeIn: async (by, rows, wish = {}) => {
      const bytes = await wardFile(rows, { encoding: 'utf-8' });
      const taken = value(
        await intake(
          place,
          bytes,
          {
            kind: 'targets',
            months: [month('2026-06')],
            password: PASSWORD,
            handOver: { ...HAND_OVER, at: '2026-06-01T09:00' },
            commit: true,
            ...wish,
          },
          { actor: by },
        ),
      );
      assert.equal(taken.notCommitted?.refused, undefined);
      assert.ok(taken.committed);
      return taken;
    },
  };
}
