import type { CaseId, PersonId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision, SectionName } from '../decision.ts';
import type { PregnancyOpening } from '../facts/case.ts';

/** What a row of the ward's list becomes: a case, and the values that say whose it is. */
export type OpenCase = {
  readonly case: CaseId;
  readonly person: PersonId;
  readonly opening: PregnancyOpening;
  readonly values: readonly {
    readonly section: SectionName;
    readonly value: Readonly<Record<string, string>>;
  }[];
};

export type OpenCaseRefusal = RefusalOf<'case-already-open', { case: CaseId }>;

/** Opens a case (CHI-8.1-3). The ward's number is claimed by its digest elsewhere; here only the stream is new. */
export function openCase(
  state: { readonly case: CaseState },
  command: OpenCase,
  _context: Context,
): Decision | OpenCaseRefusal {
  if (state.case.standing.opened) return { refused: 'case-already-open', case: command.case };
  return {
    facts: [{ type: 'case.opened', case: command.case, ...command.opening }],
    link: [{ subject: command.case, person: command.person }],
    keep: command.values.map(({ section, value }) => ({ of: command.person, section, value })),
  };
}
