import type { CallBackId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { CallBackAbout } from '../facts/contact.ts';
import type { RecordedFact } from '../facts.ts';

/** What a call-back can be about. `stop`: she wants no contact, without a reason and at once. */
export const CALL_BACK_ABOUTS = [
  'cancel-booking',
  'withdraw',
  'stop',
  'question',
  'other',
] as const satisfies readonly CallBackAbout[];

export type CallBack = {
  readonly callBack: CallBackId;
  readonly about: CallBackAbout;
  readonly channel: string;
  readonly requestedAt: Instant;
  readonly dueBy: Instant;
  /** `result`: what came of the call, or `stopped` when a stop came before it. */
  readonly closed?: { readonly result: string; readonly at: Instant };
};

/** The call-backs of one woman (折り返し電話), oldest first. */
export type CallBacks = {
  readonly all: readonly CallBack[];
  /** She has withdrawn, and the one call-back that her act leaves her was not asked for yet. */
  readonly leftByWithdrawal: boolean;
};

export const noCallBacks: CallBacks = { all: [], leftByWithdrawal: false };

export function evolveCallBacks(state: CallBacks, fact: RecordedFact): CallBacks {
  switch (fact.type) {
    case 'call-back.requested': {
      const { callBack, about, channel, dueBy, at } = fact;
      return {
        all: [...state.all, { callBack, about, channel, requestedAt: at, dueBy }],
        leftByWithdrawal: false,
      };
    }
    case 'call-back.closed': {
      const closed = { result: fact.result, at: fact.at };
      return {
        ...state,
        all: state.all.map((one) => (one.callBack === fact.callBack ? { ...one, closed } : one)),
      };
    }
    case 'case.withdrawn':
      return { ...state, leftByWithdrawal: true };
    default:
      return state;
  }
}
