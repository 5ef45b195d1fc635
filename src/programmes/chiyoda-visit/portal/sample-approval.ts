import { date } from '../../../domain/basics/civil-date.ts';
import type { Approval } from '../../../domain/forms/form.ts';

/** Words for trying out: no ward has seen them (CHI-8.15-1). Real data are refused with them. */
export const SAMPLE_APPROVAL: Approval = { ref: 'tryout-sample', on: date('2026-04-01'), tryout: true };
