import type { CaseState } from '../case.ts';
import { subjectOf } from '../rules-of.ts';
import type { Rules } from '../rules.ts';

/** What was done for a member and what came of it, as the effect table counts it. */
export type Outcome = {
  readonly group: string;
  /** A card left the house and did not come back. */
  readonly sent: boolean;
  readonly returned: boolean;
  /** A call came through to the person. */
  readonly reached: boolean;
  readonly attended: boolean;
};

/** Nothing for who was never drawn into a group: no table counts what was not compared from the beginning. */
export function outcomeOf({ member, mail }: CaseState, rules: Rules): Outcome | undefined {
  if (!member.group) return undefined;
  const { results } = subjectOf(rules, 'members').calls;
  const returned = mail.pieces.some(({ status }) => status === 'returned');
  return {
    group: member.group.group,
    sent: returned || mail.pieces.some(({ status }) => status === 'posted' || status === 'delivered'),
    returned,
    reached: member.calls.some(({ result }) => results[result]?.reached === true),
    attended: member.attended !== undefined,
  };
}
