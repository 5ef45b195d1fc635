import type { CivilDate } from '../basics/civil-date.ts';
import type { Standing } from '../standing/standing.ts';
import { condition, target, type Judged, type Target } from './condition.ts';

/** Pregnant as far as anybody has told; past her due date still, until somebody says otherwise (AMB-36). */
export function pregnantUntilBirth(standing: Standing, on: CivilDate): Judged {
  if (standing.loss || standing.childDied || standing.womanDied) return ['unknown', 'stopped'];
  if (standing.birth && standing.birth.on <= on) return ['unmet', 'born'];
  return standing.due && standing.due < on ? ['met', 'past-due-date'] : ['met', 'as-told'];
}

/** The answer for a case that nobody has opened. */
export function notOpened(on: CivilDate): Target {
  return target([condition('opened', 'CHI-8.1-3', on, ['unmet', 'not-opened'])]);
}
