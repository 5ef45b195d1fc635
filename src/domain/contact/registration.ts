import type { CivilDate } from '../basics/civil-date.ts';
import type { RecordedFact } from '../facts.ts';

/** What she has told us about reaching her: registered (AMB-52) and consent to sharing with the ward (CHI-8.3-9). */
export type Registration = {
  readonly registeredOn?: CivilDate;
  readonly consent?: {
    readonly answer: 'given' | 'refused' | 'withdrawn';
    readonly version: string;
    readonly on: CivilDate;
  };
};

export const noRegistration: Registration = {};

export function evolveRegistration(state: Registration, fact: RecordedFact): Registration {
  switch (fact.type) {
    case 'resident.registered':
      return { ...state, registeredOn: fact.at.slice(0, 10) as CivilDate };
    case 'consent.recorded':
      return { ...state, consent: { answer: fact.answer, version: fact.version, on: fact.on } };
    default:
      return state;
  }
}
