import type { ApplicationId, CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ApplicationState } from './application.ts';

export type CancelApplication = {
  readonly application: ApplicationId;
  readonly case: CaseId;
  readonly reason: string;
};

export type CancelApplicationRefusal =
  | RefusalOf<'application-settled', { status: ApplicationState['status'] }>
  | RefusalOf<'application-of-another'>
  | RefusalOf<'booking-first'>;

/** A confirmed application is cancelled (CHI-8.2-4): without it no date is taken, so a date she holds is cancelled first. */
export function cancelApplication(
  state: { readonly application: ApplicationState; readonly case: CaseState },
  { application, case: id, reason }: CancelApplication,
  _context: Context,
): Decision | CancelApplicationRefusal {
  const { status, case: whose, form } = state.application;
  if (status !== 'confirmed') return { refused: 'application-settled', status };
  if (whose !== id) return { refused: 'application-of-another' };
  if (state.case.bookings.active) return { refused: 'booking-first' };
  const cancelled = { type: 'application.cancelled', application, case: id, reason } as const;
  if (state.case.registration.answered?.application !== application) return { facts: [cancelled] };
  return {
    facts: [cancelled, { type: 'questionnaire.withdrawn', case: id, application, form: form ?? '' }],
  };
}
