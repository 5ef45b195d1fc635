import { date } from '../../domain/basics/civil-date.ts';
import type { PortalRules } from '../../domain/portal/portal-rules.ts';

/** The specification leaves both open: the next contract begins on 1 April 2027 (CHI-4.1-3). */
export const portalRules: PortalRules = {
  daysAfterLastRight: 30,
  nextContractFrom: date('2027-04-01'),
};
