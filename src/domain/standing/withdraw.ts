import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { carryOutStop, freeBooking, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { pullOrders } from './pull-orders.ts';
import { namedBy } from './what-stops-what.ts';

export type Withdraw = {
  readonly case: CaseId;
  readonly channel: Channel;
  /** Her answer about an earned package: send it, keep it until she says more, or she does not want it. */
  readonly package?: 'send' | 'keep' | 'decline' | undefined;
};

export type WithdrawRefusal = NotOpen | RefusalOf<'package-not-asked'>;

/**
 * 辞退: all contact stops and her date is free. The same step asks about an earned package (design.md section 4). By the
 * link it acts at once, asked or not: an unanswered package is kept for a person to ask about. Another answer about the
 * package changes that answer: a package under way is pulled when she does not want it any more.
 */
export function withdraw(seen: CaseSeen, command: Withdraw, context: Context): Decision | WithdrawRefusal {
  const { case: id, channel } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing, visits } = seen.case;
  const earned = visits.completed !== undefined;
  const unasked = earned && command.package === undefined && context.actor !== 'resident';
  if (unasked && !standing.withdrawn) return { refused: 'package-not-asked' };
  const answer = command.package ?? standing.withdrawn?.package ?? (earned ? 'keep' : 'decline');
  if (standing.withdrawn?.package === answer) return KNOWN_ALREADY;
  const fact: NewFact = { type: 'case.withdrawn', case: id, by: 'herself', channel, package: answer };
  const named = { ...namedBy(standing), package: answer };
  if (standing.withdrawn) return { facts: [fact], send: pullOrders(seen.case.mail, 'withdrawal', named, id) };
  return joined(
    { facts: [fact] },
    freeBooking(seen, 'withdrawn', id, context),
    carryOutStop(seen, 'withdrawal', id, named),
  );
}
