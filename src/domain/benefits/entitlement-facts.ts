import type { CaseId } from '../basics/ids.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import type { NewFact } from '../facts.ts';
import type { Standing } from '../standing/standing.ts';
import type { Benefit } from './benefit.ts';
import type { BenefitRules } from './benefit-rules.ts';
import { entitlement, type Interview } from './entitlement.ts';

/**
 * The facts about the package that belong to a completed interview, written beside `visit.completed`: granted with the
 * day by which it is sent, held for the ward, or withheld. A loss that is already known holds the dispatch at once
 * (CHI-4.2-7, AMB-05), and so does that she will be abroad when it comes (CHI-8.8-8).
 */
export function entitlementFacts(
  id: CaseId,
  interview: Interview,
  standing: Standing,
  rules: BenefitRules,
  place?: Benefit['place'],
): readonly NewFact[] {
  const { to, reason } = entitlement(interview, rules);
  if (to === 'withheld') return [{ type: 'benefit.withheld', case: id, reason }];
  if (to === 'held') return [{ type: 'benefit.held', case: id, reason }];
  const dueBy = programmeDayAfter(interview.date, rules.dispatchDays, rules.calendar);
  const granted: NewFact = { type: 'benefit.granted', case: id, reason, dueBy };
  if (standing.loss || standing.childDied)
    return [granted, { type: 'benefit.held', case: id, reason: 'loss' }];
  return place === 'abroad' ? [granted, { type: 'benefit.held', case: id, reason: 'overseas' }] : [granted];
}
