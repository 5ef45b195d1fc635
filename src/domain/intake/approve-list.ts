import type { ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListState } from './list.ts';
import { questionForm, type ListQuestionCode } from './questions.ts';

export type ApproveListRefusal =
  | RefusalOf<'list-not-staged', { list: ListId }>
  | RefusalOf<'list-approved-already', { list: ListId }>
  | RefusalOf<'questions-open', { list: ListId; lines: readonly number[] }>;

/** A person lets a list into the ledger: every question it waits for is answered, and the job begins (CHI-8.1-3). */
export function approveList(
  state: { readonly list: ListState },
  { list }: { readonly list: ListId },
  context: Context,
): Decision | ApproveListRefusal {
  const { staged, approved, discarded, questions } = state.list;
  if (!staged || discarded) return { refused: 'list-not-staged', list };
  if (approved) return { refused: 'list-approved-already', list };
  const open = questions.filter(
    ({ code, answer }) => answer === undefined && questionForm(code as ListQuestionCode).blocks,
  );
  if (open.length > 0) {
    return {
      refused: 'questions-open',
      list,
      lines: [...new Set(open.map(({ line }) => line))].slice(0, 100),
    };
  }
  const job = context.ids.fresh('job');
  return {
    facts: [{ type: 'list.approved', list, job }],
    start: [{ job, kind: 'intake', input: list, total: staged.accepted }],
  };
}
