import type { UrgentId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { UrgentClass } from '../facts/consultation.ts';
import type { RecordedFact } from '../facts.ts';

/** One urgent case: who raised it when, whom we called, who of the ward answers for it, how it ended (CHI-8.10-2). */
export type Urgent = {
  readonly urgent: UrgentId;
  readonly class: UrgentClass;
  readonly source?: string;
  readonly reason?: string;
  readonly raisedAt: Instant;
  /** Calls in the order in which they were made; `to` is a function of the ward. */
  readonly calls: readonly { readonly to: string; readonly reached: boolean; readonly at: Instant }[];
  /** When a named officer of the ward was first reached. */
  readonly reachedAt?: Instant;
  readonly acknowledged?: { readonly by: string; readonly ref: string; readonly at: Instant };
  readonly closed?: { readonly outcome: string; readonly at: Instant };
};

/** All urgent cases of one woman, oldest first. */
export type Urgents = readonly Urgent[];

export const noUrgents: Urgents = [];

export function evolveUrgents(state: Urgents, fact: RecordedFact): Urgents {
  switch (fact.type) {
    case 'urgent.raised': {
      const { urgent, source, reason, at } = fact;
      const why = { ...(source ? { source } : {}), ...(reason ? { reason } : {}) };
      return [...state, { urgent, class: fact.class, ...why, raisedAt: at, calls: [] }];
    }
    case 'urgent.reported':
      return change(state, fact.urgent, (one) => ({
        calls: [...one.calls, { to: fact.to, reached: fact.reached, at: fact.at }],
        ...(fact.reached && !one.reachedAt ? { reachedAt: fact.at } : {}),
      }));
    case 'urgent.acknowledged':
      return change(state, fact.urgent, (one) => ({
        acknowledged: { by: fact.by, ref: fact.ref, at: fact.at },
        ...(one.reachedAt ? {} : { reachedAt: fact.at }),
      }));
    case 'urgent.closed':
      return change(state, fact.urgent, () => ({ closed: { outcome: fact.outcome, at: fact.at } }));
    default:
      return state;
  }
}

function change(state: Urgents, id: UrgentId, to: (one: Urgent) => Partial<Urgent>): Urgents {
  return state.map((one) => (one.urgent === id ? { ...one, ...to(one) } : one));
}
