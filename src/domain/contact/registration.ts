import type { CivilDate } from '../basics/civil-date.ts';
import type { ApplicationId } from '../basics/ids.ts';
import type { RecordedFact } from '../facts.ts';

/** What she has told us about reaching her: registered (AMB-52), the questionnaire, and consent to sharing with the ward (CHI-8.3-9). */
export type Registration = {
  readonly registeredOn?: CivilDate;
  /** The day on which she last gave an e-mail address or telephone number; the values lie in the vault. */
  readonly email?: CivilDate;
  readonly phone?: CivilDate;
  readonly consent?: {
    readonly answer: 'given' | 'refused' | 'withdrawn';
    readonly version: string;
    readonly on: CivilDate;
  };
  /** Answered in full to this version of the form (CHI-8.16-3). */
  readonly answered?: { readonly application: ApplicationId; readonly form: string; readonly on: CivilDate };
};

export const noRegistration: Registration = {};

export function evolveRegistration(state: Registration, fact: RecordedFact): Registration {
  switch (fact.type) {
    case 'resident.registered':
      return { ...state, registeredOn: fact.at.slice(0, 10) as CivilDate };
    case 'case.contact-changed':
      return fact.what === 'email' || fact.what === 'phone' ? { ...state, [fact.what]: fact.on } : state;
    case 'consent.recorded':
      return { ...state, consent: { answer: fact.answer, version: fact.version, on: fact.on } };
    case 'questionnaire.answered':
      return {
        ...state,
        answered: {
          application: fact.application,
          form: fact.form,
          on: fact.at.slice(0, 10) as CivilDate,
        },
      };
    case 'questionnaire.withdrawn': {
      const { answered: _gone, ...rest } = state;
      return rest;
    }
    default:
      return state;
  }
}
