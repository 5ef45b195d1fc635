import type { CaseId } from '../basics/ids.ts';
import { programmeDayAfter } from '../calendar/programme-days.ts';
import type { NewFact } from '../facts.ts';
import type { Standing } from '../standing/standing.ts';
import type { BenefitRules } from './benefit-rules.ts';
import { entitlement, type Interview } from './entitlement.ts';

/**
 * The facts about the package that belong to a completed interview, written beside `visit.completed`: granted with the
 * day by which it is sent, held for the ward, or withheld. A loss that is already known holds the dispatch at once
 * (CHI-4.2-7, AMB-05).
 */
export function entitlementFacts(
  id: CaseId,
  interview: Interview,
  standing: Standing,
  rules: BenefitRules,
): readonly NewFact[] {
  const { to, reason } = entitlement(interview, rules);
  if (to === 'withheld') return [{ type: 'benefit.withheld', case: id, reason }];
  if (to === 'held') return [{ type: 'benefit.held', case: id, reason }];
  const dueBy = programmeDayAfter(interview.date, rules.dispatchDays, rules.calendar);
  const granted: NewFact = { type: 'benefit.granted', case: id, reason, dueBy };
  return standing.loss || standing.childDied
    ? [granted, { type: 'benefit.held', case: id, reason: 'loss' }]
    : [granted];
}
