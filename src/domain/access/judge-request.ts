import type { AccountId, RequestId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { AccessRequest, AccountState } from './account.ts';

export type JudgeRequest = {
  readonly account: AccountId;
  readonly request: RequestId;
  readonly answer: 'approved' | 'rejected';
  /** A code; a rejection needs one. */
  readonly reason?: string;
};

export type RequestNotOpen = RefusalOf<
  'request-not-open',
  { request: RequestId; status: AccessRequest['status'] | 'unknown' }
>;
/** Applicant, approver and ID manager of one request are three persons (SEC-6, AMB-40), and none of them the user. */
export type NotThatPerson = RefusalOf<'own-request', { request: RequestId }>;
export type JudgeRequestRefusal = RequestNotOpen | NotThatPerson | RefusalOf<'rejection-without-reason'>;

/** The security responsible person examines a request (SEC-6-3); never one she made, never one for herself. */
export function judgeRequest(
  state: { readonly account: AccountState },
  { account, request, answer, reason }: JudgeRequest,
  { actor }: Context,
): Decision | JudgeRequestRefusal {
  const asked = state.account.requests.find((one) => one.request === request);
  if (asked?.status !== 'requested') {
    return { refused: 'request-not-open', request, status: asked?.status ?? 'unknown' };
  }
  if (actor === asked.applicant || actor === account) return { refused: 'own-request', request };
  if (answer === 'rejected' && !reason) return { refused: 'rejection-without-reason' };
  const by = actor as AccountId;
  return {
    facts: [{ type: `access.${answer}`, account, request, by, ...(reason ? { reason } : {}) }],
  };
}
