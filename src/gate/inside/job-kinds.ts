import type { JobKind } from '../job.ts';
import { groupsJob } from './groups-job.ts';
import { intakeJob } from './intake-job.ts';

/** Every kind of job of the inside: a joint. */
export const jobKinds: readonly JobKind[] = [intakeJob, groupsJob];
