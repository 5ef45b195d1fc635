import type { AccountState } from '../access/account.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type TrainVisitor = {
  readonly account: AccountId;
  readonly topic: string;
  readonly on: CivilDate;
  readonly material: string;
};

export type TrainVisitorRefusal =
  | RefusalOf<'no-such-account'>
  | RefusalOf<'no-such-topic', { topic: string }>
  | RefusalOf<'day-to-come', { date: CivilDate }>;

/** One topic of the training was attended, with the version of its material (CHI-8.11-1). */
export function trainVisitor(
  state: { readonly account: AccountState },
  { account, topic, on, material }: TrainVisitor,
  { rules, today }: Context,
): Decision | TrainVisitorRefusal {
  if (!state.account.open) return { refused: 'no-such-account' };
  if (!rules.visits.trainingTopics.includes(topic)) return { refused: 'no-such-topic', topic };
  if (on > today) return { refused: 'day-to-come', date: on };
  return { facts: [{ type: 'training.recorded', account, topic, on, material }] };
}
