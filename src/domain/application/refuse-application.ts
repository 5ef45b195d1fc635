import type { ApplicationId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ApplicationState } from './application.ts';

export type RefuseApplication = {
  readonly application: ApplicationId;
  /** `withdrawn` when the applicant gave it up herself; any other code is ours, told to her by a person. */
  readonly reason: string;
};

export type RefuseApplicationRefusal = RefusalOf<
  'application-settled',
  { status: ApplicationState['status'] }
>;

/** An application in the clearing queue that is not to be matched: not on the list, written twice, or given up (CHI-8.2-1). */
export function refuseApplication(
  state: { readonly application: ApplicationState },
  { application, reason }: RefuseApplication,
  _context: Context,
): Decision | RefuseApplicationRefusal {
  const { status, person } = state.application;
  if (status !== 'pending') return { refused: 'application-settled', status };
  const type = reason === 'withdrawn' ? 'application.cancelled' : 'application.refused';
  return { facts: [{ type, application, reason }], ...(person ? { forget: [person] } : {}) };
}
