import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import type { ListState, StagedCounts } from './list.ts';

export type RaisedQuestion = {
  readonly line: number;
  readonly code: string;
  readonly column?: string | undefined;
  readonly case?: CaseId | undefined;
  readonly due?: CivilDate | undefined;
};

export type StageList = {
  readonly list: ListId;
  /** Checked and matched rows, in parts of bounded size; the last part is the summary. */
  readonly parts: readonly { readonly part: number; readonly text: string }[];
  readonly questions: readonly RaisedQuestion[];
  readonly counts: StagedCounts;
};

export type StageListRefusal = RefusalOf<'list-not-waiting', { list: ListId }>;

/** Keeps a stretch of rows under the list key. Until `stageList` has said that all are there, none is used. */
export function stageRows(
  state: { readonly list: ListState },
  { list, parts }: Pick<StageList, 'list' | 'parts'>,
): Decision | StageListRefusal {
  const { received, staged, discarded } = state.list;
  if (!received || staged || discarded) return { refused: 'list-not-waiting', list };
  return { facts: [], stage: [{ list, parts }] };
}

/** Puts the last of the checked and matched rows under the list key and raises what has to be asked. The ledger is not touched. */
export function stageList(
  state: { readonly list: ListState },
  { list, parts, questions, counts }: StageList,
): Decision | StageListRefusal {
  const { received, staged, discarded } = state.list;
  if (!received || staged || discarded) return { refused: 'list-not-waiting', list };
  return {
    facts: [
      { type: 'list.staged', list, ...counts },
      ...questions.map(({ line, code, column, case: about, due }) => ({
        type: 'list.question-raised' as const,
        list,
        line,
        code,
        ...(column === undefined ? {} : { column }),
        ...(about === undefined ? {} : { case: about }),
        ...(due === undefined ? {} : { due }),
      })),
    ],
    stage: [{ list, parts }],
  };
}
