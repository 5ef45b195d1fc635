import type { AccountState } from '../access/account.ts';
import type { AccountId, BookingId, CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { lackingFor } from './visitor-ready.ts';
import { visitorTime } from './visitor-time.ts';

export type AssignVisitor = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly visitor: AccountId;
};

export type AssignVisitorRefusal =
  | RefusalOf<'no-booking'>
  | RefusalOf<'visitor-not-ready', { lacks: readonly string[] }>
  | RefusalOf<'visitor-assigned-already'>;

/**
 * Says who visits (CHI-8.2-2): only with a checked licence (CHI-6.2-1) and all training (CHI-8.11-1). A former visitor
 * loses sight of the case at once (CHI-8.3-3). Her time is claimed: nobody is sent to two homes at once.
 */
export function assignVisitor(
  state: { readonly case: CaseState; readonly account: AccountState },
  command: AssignVisitor,
  { rules }: Context,
): Decision | AssignVisitorRefusal {
  const { active } = state.case.bookings;
  const { visitor } = command;
  if (active?.booking !== command.booking) return { refused: 'no-booking' };
  if (active.visitor === visitor) return { refused: 'visitor-assigned-already' };
  const lacks = lackingFor(state.account, active.date, rules.visits);
  if (lacks.length > 0) return { refused: 'visitor-not-ready', lacks };
  return {
    facts: [{ type: 'visit.assigned', case: command.case, booking: active.booking, visitor }],
    release: active.visitor ? visitorTime(active.visitor, active, rules) : [],
    claim: visitorTime(visitor, active, rules),
  };
}
