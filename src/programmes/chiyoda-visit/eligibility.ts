import { date } from '../../domain/basics/civil-date.ts';
import type { EligibilityRules } from '../../domain/eligibility/eligibility-rules.ts';
import { TOWNS_13101 } from '../../domain/text/towns-13101.ts';

/** Specification 4(1) and 4(3); residence as read in AMB-03. */
export const eligibilityRules: EligibilityRules = {
  sending: { from: date('2026-04-01'), to: date('2027-04-30') },
  resending: { from: date('2026-04-01'), to: date('2027-03-31') },
  residence: 'ward-list',
  dueDateTolerance: 60,
  ward: TOWNS_13101,
};
