import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';

/**
 * Ends a hold of the dispatch. `on` is the day she told us (or the ward did); `wish` says that she herself wishes to
 * have it, which a package after a loss needs besides the ward's word (design 4).
 */
export type ReleaseBenefit = {
  readonly case: CaseId;
  readonly on: CivilDate;
  readonly channel: Channel;
  readonly by: 'herself' | 'other' | 'ward';
  readonly ref?: string | undefined;
  readonly wish?: boolean | undefined;
};

export type ReleaseBenefitRefusal =
  | RefusalOf<'dispatch-not-held', { case: CaseId }>
  | RefusalOf<'only-herself'>
  | RefusalOf<'ward-word-needed', { reason: string }>
  | RefusalOf<'her-wish-needed'>
  | RefusalOf<'delivery-place-unknown'>
  | RefusalOf<'right-over', { limit: CivilDate }>
  | RefusalOf<'day-in-future', { on: CivilDate }>;

/**
 * Overseas: only her own report counts, within one year of the interview (CHI-8.8-9, 8.8-10). An unclear address is
 * cleared by her own answer once it is written down, or by the ward (AMB-47); other holds end by the ward's recorded
 * word alone. The ten-day clock starts anew (CHI-8.8-8).
 */
export function releaseBenefit(
  { case: { benefit, standing } }: { readonly case: CaseState },
  command: ReleaseBenefit,
  { today, rules }: Context,
): Decision | ReleaseBenefitRefusal {
  const { case: id, on, by, ref, wish } = command;
  if (benefit.entitlement?.to !== 'granted' || !benefit.heldFor || !benefit.interviewOn) {
    return { refused: 'dispatch-not-held', case: id };
  }
  if (on > today) return { refused: 'day-in-future', on };
  const limit = oneYearLimit(benefit.interviewOn, rules.benefits.oneYear);
  if (on > limit || benefit.expired) return { refused: 'right-over', limit };
  if (benefit.heldFor === 'overseas') {
    if (by !== 'herself') return { refused: 'only-herself' };
  } else if (benefit.heldFor === 'address-unclear' && by === 'herself') {
    if (standing.movedOut && !standing.deliveryKnown) return { refused: 'delivery-place-unknown' };
  } else {
    if (by !== 'ward' || !ref) return { refused: 'ward-word-needed', reason: benefit.heldFor };
    if (benefit.heldFor === 'loss' && !wish) return { refused: 'her-wish-needed' };
  }
  const dueBy = programmeDayAfter(on, rules.benefits.dispatchDays, rules.benefits.calendar);
  return { facts: [{ type: 'benefit.released', case: id, dueBy, reason: benefit.heldFor }] };
}
