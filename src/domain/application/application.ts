import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, PersonId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Channel } from '../facts/case.ts';
import type { ApplicationFact } from '../facts/application.ts';
import type { RecordedFact } from '../facts.ts';

type Received = Extract<ApplicationFact, { type: 'application.received' }>;

/**
 * One application (CHI-8.2-1): received; confirmed when it is known whose it is; pending in the clearing queue until
 * a person has looked; refused or cancelled. None is dropped, none is accepted silently.
 */
export type ApplicationState = {
  readonly status: 'none' | 'pending' | 'confirmed' | 'refused' | 'cancelled';
  readonly form?: string;
  readonly channel?: Channel;
  readonly receivedAt?: Instant;
  readonly case?: CaseId;
  readonly person?: PersonId;
  readonly consent?: Received['consent'];
  readonly urgent?: Received['urgent'];
  readonly dueDiffers?: number;
  readonly reason?: string;
  readonly settledOn?: CivilDate;
};

export const noApplication: ApplicationState = { status: 'none' };

export function evolveApplication(state: ApplicationState, fact: RecordedFact): ApplicationState {
  switch (fact.type) {
    case 'application.received': {
      const { form, channel, at, person, consent, urgent } = fact;
      return {
        status: 'pending',
        form,
        channel,
        receivedAt: at,
        ...(fact.case ? { case: fact.case } : {}),
        ...(person ? { person } : {}),
        ...(consent ? { consent } : {}),
        ...(urgent ? { urgent } : {}),
      };
    }
    case 'application.matched': {
      const { person: _moved, ...rest } = state;
      return {
        ...rest,
        status: 'confirmed',
        case: fact.case,
        reason: fact.reason,
        ...(fact.dueDiffers === undefined ? {} : { dueDiffers: fact.dueDiffers }),
        settledOn: fact.at.slice(0, 10) as CivilDate,
      };
    }
    case 'application.refused':
    case 'application.cancelled': {
      const { person: _forgotten, ...rest } = state;
      const status = fact.type === 'application.refused' ? 'refused' : 'cancelled';
      return { ...rest, status, reason: fact.reason, settledOn: fact.at.slice(0, 10) as CivilDate };
    }
    default:
      return state;
  }
}
