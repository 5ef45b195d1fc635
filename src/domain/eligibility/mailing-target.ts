import type { CivilDate } from '../basics/civil-date.ts';
import { residenceReferenceDay } from '../calendar/pregnancy.ts';
import type { Rules } from '../rules.ts';
import type { Standing } from '../standing/standing.ts';
import { condition, target, type Target } from './condition.ts';
import { notOpened, pregnantUntilBirth } from './pregnant.ts';
import { residedOnReferenceDay } from './residence.ts';
import { inWindow, labelOf, waiverOf } from './window.ts';

/**
 * 発送対象: whether the notice is sent to her, judged for the day of the batch (CHI-4-1, 4.1-1 to 4.1-3). Stops are not
 * asked here but of `standing/what-stops-what.ts`: who is stopped is never shown as refused (AMB-38).
 */
export function mailingTarget(standing: Standing, on: CivilDate, rules: Rules): Target {
  const { due } = standing;
  if (!standing.opened || !due) return notOpened(on);
  const waiver = waiverOf(standing, 'notice');
  const { residence, sending } = rules.eligibility;
  const reference = residenceReferenceDay(due, rules.booking.weeks);
  return target(
    [
      condition(
        'residence',
        'CHI-4.1-1',
        reference,
        waiver ?? residedOnReferenceDay(standing, reference, on, residence),
      ),
      condition('month-8-window', 'CHI-4.1-2', on, waiver ?? inWindow(due, sending, rules)),
      condition('pregnant', 'CHI-4.1-2', on, pregnantUntilBirth(standing, on)),
    ],
    labelOf(standing, rules),
  );
}
