import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type MakeReferral = {
  readonly case: CaseId;
  /** The service of the ward she is connected to, as a code. */
  readonly target: string;
  /** What the service has to know: to the vault. */
  readonly words: string;
};

export type MakeReferralRefusal = RefusalOf<'no-such-case'>;

/** Connects her to a service of the ward (CHI-8.3-10). It stays open until the ward has said that it received it. */
export function makeReferral(
  state: { readonly case: CaseState },
  { case: id, target, words }: MakeReferral,
  { ids }: Context,
): Decision | MakeReferralRefusal {
  if (!state.case.standing.opened) return { refused: 'no-such-case' };
  const referral = ids.fresh('matter');
  return {
    facts: [{ type: 'referral.made', case: id, referral, target }],
    keep: [{ of: id, section: 'consultation', item: referral, value: { words } }],
    send: [{ queue: 'ward-notice', ref: `referral/${referral}`, case: id }],
  };
}
