import type { CaseId, PersonId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';
import type { MemberOpening } from '../facts/case.ts';
import type { SectionValue } from '../intake/row-values.ts';
import type { OpenCaseRefusal } from '../standing/open-case.ts';

/** What a row of the list of insured persons becomes. */
export type OpenMember = {
  readonly case: CaseId;
  readonly person: PersonId;
  readonly opening: MemberOpening;
  readonly values: readonly SectionValue[];
};

/** Opens a case for an insured person: the same fact and vault as any other, with an opening of its own. */
export function openMember(
  state: { readonly case: CaseState },
  { case: id, person, opening, values }: OpenMember,
): Decision | OpenCaseRefusal {
  if (state.case.standing.opened) return { refused: 'case-already-open', case: id };
  return {
    facts: [{ type: 'case.opened', case: id, ...opening }],
    link: [{ subject: id, person }],
    keep: values.map(({ section, value }) => ({ of: person, section, value })),
  };
}
