import type { CaseId, ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Decision } from '../decision.ts';

export type GroupMember = {
  readonly case: CaseId;
  readonly list: ListId;
  readonly version: string;
  readonly group: string;
};

export type GroupMemberRefusal = RefusalOf<'not-a-member', { case: CaseId }>;

/** Writes down the group that was drawn. A person keeps the first one for good. */
export function groupMember(
  state: { readonly case: CaseState },
  { case: id, list, version, group }: GroupMember,
): Decision | GroupMemberRefusal {
  const { opening, group: before } = state.case.member;
  if (opening?.list !== list) return { refused: 'not-a-member', case: id };
  if (before) return { facts: [] };
  return { facts: [{ type: 'case.grouped', case: id, list, version, group }] };
}
