import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccountState } from './account.ts';
import type { DayToCome, WorkerUnknown } from './notify-worker.ts';

/** A training on the protection of personal information that a worker attended. */
export type TeachWorker = {
  readonly account: AccountId;
  readonly topics: readonly string[];
  readonly on: CivilDate;
  /** Version of the material. */
  readonly material: string;
};

export type TeachWorkerRefusal =
  | WorkerUnknown
  | DayToCome
  | RefusalOf<'no-topic-of-protection', { topic: string }>;

/** PII-5-1: protection of personal information, awareness, the duties of the specification, penalties (arts. 176, 180). */
export function teachWorker(
  state: { readonly account: AccountState },
  { account, topics, on, material }: TeachWorker,
  { today, rules }: Context,
): Decision | TeachWorkerRefusal {
  if (!state.account.registered) return { refused: 'worker-unknown', account };
  if (on > today) return { refused: 'access-day-to-come', date: on };
  const unknown = topics.find((topic) => !rules.access.training.topics.includes(topic));
  if (unknown !== undefined) return { refused: 'no-topic-of-protection', topic: unknown };
  return { facts: topics.map((topic) => ({ type: 'training.recorded', account, topic, on, material })) };
}
