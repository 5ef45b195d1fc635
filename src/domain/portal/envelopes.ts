import type { RecordedFact } from '../facts.ts';
import type { Receipt } from './inside-part.ts';

/** What she has sent by her link and what became of it, oldest first. */
export type Envelopes = {
  readonly taken: readonly { readonly envelope: string; readonly receipt: Receipt }[];
};

export const noEnvelopes: Envelopes = { taken: [] };

export function evolveEnvelopes(state: Envelopes, fact: RecordedFact): Envelopes {
  if (fact.type !== 'envelope.taken') return state;
  const { envelope, result, code } = fact;
  const receipt: Receipt =
    result === 'refused'
      ? { result, code: code ?? 'refused' }
      : { result, ...(code ? { bookingRefused: code } : {}) };
  return { taken: [...state.taken, { envelope, receipt }] };
}

const SHOWN = 20;

/** The newest ones, as her capsule carries them. */
export function receiptsOf({ taken }: Envelopes): Readonly<Record<string, Receipt>> {
  return Object.fromEntries(taken.slice(-SHOWN).map(({ envelope, receipt }) => [envelope, receipt]));
}
