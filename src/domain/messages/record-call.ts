import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export const CALL_RESULTS = [
  'reached',
  'no-answer',
  'left-message',
  'other-person',
  'wrong-number',
  'declined',
] as const;

export type RecordCall = {
  readonly case: CaseId;
  readonly about: string;
  readonly result: (typeof CALL_RESULTS)[number];
  readonly ref?: string | undefined;
};

export type RecordCallRefusal = RefusalOf<'no-such-case'>;

/** What came of a call (CHI-8.9-3). It was made, so it is written down, even where it should not have been. */
export function recordCall(
  state: { readonly case: CaseState },
  { case: id, about, result, ref }: RecordCall,
  _context: Context,
): Decision | RecordCallRefusal {
  if (!state.case.standing.opened) return { refused: 'no-such-case' };
  return { facts: [{ type: 'call.made', case: id, about, result, ...(ref ? { ref } : {}) }] };
}
