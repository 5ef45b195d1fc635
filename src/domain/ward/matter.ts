import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, MatterId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';

/** Something between us and the ward: told, asked, answered, each with the reference under which it is found again. */
export type Matter = {
  readonly begun?: {
    readonly matter: MatterId;
    readonly case?: CaseId;
    readonly about: string;
    readonly on: CivilDate;
  };
  readonly tellings: readonly { readonly ref: string; readonly asks: boolean; readonly on: CivilDate }[];
  readonly answers: readonly { readonly ref: string; readonly answer: string; readonly on: CivilDate }[];
};

export const noMatter: Matter = { tellings: [], answers: [] };

export function evolveMatter(state: Matter, fact: RecordedFact): Matter {
  const on = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'ward.told':
    case 'ward.asked': {
      const { matter, about, ref, case: of } = fact;
      return {
        ...state,
        begun: state.begun ?? { matter, about, on, ...(of ? { case: of } : {}) },
        tellings: [...state.tellings, { ref, asks: fact.type === 'ward.asked', on }],
      };
    }
    case 'ward.answered': {
      const { matter, about, ref, answer, case: of } = fact;
      return {
        ...state,
        // The ward may speak without having been asked.
        begun: state.begun ?? { matter, about, on, ...(of ? { case: of } : {}) },
        answers: [...state.answers, { ref, answer, on }],
      };
    }
    default:
      return state;
  }
}

/** A question is open until an answer came on its day or after it; what was only told needs none. */
export function isOpen({ tellings, answers }: Matter): boolean {
  const asked = tellings.findLast(({ asks }) => asks);
  return asked !== undefined && !answers.some(({ on }) => on >= asked.on);
}
