import type { ApplicationId, CaseId, PersonId } from '../basics/ids.ts';
import type { Channel } from './case.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { UrgentClass } from './consultation.ts';

export type RegistrationFact = {
  readonly type: 'resident.registered';
  readonly case: CaseId;
  readonly channel: Channel;
};

export type ConsentFact = {
  readonly type: 'consent.recorded';
  readonly case: CaseId;
  readonly text: string;
  readonly version: string;
  readonly answer: 'given' | 'refused' | 'withdrawn';
  readonly channel: Channel;
  readonly on: CivilDate;
};

/** The pre-visit questionnaire as her case sees it: answered (needed for a date, CHI-8.16-3), or taken back with the application. */
export type QuestionnaireFact = {
  readonly type: 'questionnaire.answered' | 'questionnaire.withdrawn';
  readonly case: CaseId;
  readonly application: ApplicationId;
  readonly form: string;
};

export type ApplicationFact =
  | {
      readonly type: 'application.received';
      readonly application: ApplicationId;
      readonly case?: CaseId;
      /** Form and version, for example `pre-visit-questionnaire/1`. */
      readonly form: string;
      readonly channel: Channel;
      /** Without a code: who applied, until she is found on the list; then her values move and this person is forgotten. */
      readonly person?: PersonId;
      /** Without a code: the consent she gave, recorded in her case once it is known. */
      readonly consent?: {
        readonly text: string;
        readonly version: string;
        readonly answer: 'given' | 'refused';
      };
      /** Without a code: an answer is urgent, and nobody knows yet whose case it is. */
      readonly urgent?: UrgentClass;
    }
  | {
      readonly type: 'application.matched';
      readonly application: ApplicationId;
      readonly case: CaseId;
      /** `code`, `operator`, `identity`, or why a person overruled keys that differ. */
      readonly reason: string;
      /** Days by which her due date lies after the ward's (before: negative), when that is more than may differ (CHI-8.16-5). */
      readonly dueDiffers?: number;
    }
  | { readonly type: 'application.refused'; readonly application: ApplicationId; readonly reason: string }
  | {
      readonly type: 'application.cancelled';
      readonly application: ApplicationId;
      readonly case?: CaseId;
      readonly reason: string;
    };
