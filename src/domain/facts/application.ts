import type { ApplicationId, CaseId } from '../basics/ids.ts';
import type { Channel } from './case.ts';
import type { CivilDate } from '../basics/civil-date.ts';

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

export type ApplicationFact =
  | {
      readonly type: 'application.received';
      readonly application: ApplicationId;
      readonly case?: CaseId;
      /** Form and version, for example `pre-visit-questionnaire/1`. */
      readonly form: string;
      readonly channel: Channel;
    }
  | {
      readonly type: 'application.matched';
      readonly application: ApplicationId;
      readonly case: CaseId;
      readonly reason: string;
    }
  | { readonly type: 'application.refused'; readonly application: ApplicationId; readonly reason: string }
  | {
      readonly type: 'application.cancelled';
      readonly application: ApplicationId;
      readonly case?: CaseId;
      readonly reason: string;
    };
