import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { Target } from '../eligibility/condition.ts';
import { mailingTarget } from '../eligibility/mailing-target.ts';
import { recallTarget, resendTarget } from '../eligibility/resend-target.ts';
import type { Rules } from '../rules.ts';
import type { LetterKind } from './next-letter.ts';

/**
 * Why a letter of this kind is not for her by the conditions of the contract, or nothing when it is. The mailing room
 * reads one of two codes; every condition with its day is shown to those who may see them (CHI-4-1).
 */
export function whyNoTarget(
  state: CaseState,
  kind: LetterKind,
  on: CivilDate,
  rules: Rules,
): 'not-a-target' | 'outside-window' | undefined {
  // Whether a member gets a card was asked when it was found to be the next one.
  if (state.member.opening) return undefined;
  const { eligible, conditions } = targetOf(state, kind, on, rules);
  if (eligible) return undefined;
  const outside = conditions.some(({ code, result }) => code === 'month-8-window' && result === 'unmet');
  return outside ? 'outside-window' : 'not-a-target';
}

/** Re-sends and recalls end with the contract year, notices go a month further (CHI-4.1-2, 4.3-2). A lost letter is a notice. */
function targetOf(state: CaseState, kind: LetterKind, on: CivilDate, rules: Rules): Target {
  switch (kind) {
    case 'notice':
    case 'reissue':
      return mailingTarget(state.standing, on, rules);
    case 'resend':
      return resendTarget(state, on, rules);
    case 'recall':
      return recallTarget(state, on, rules);
  }
}
