import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { condition, target, type Target } from './condition.ts';
import { notOpened, pregnantUntilBirth } from './pregnant.ts';
import { recallGroup, type RecallGroup } from './recall-group.ts';
import { residesOn } from './residence.ts';
import { inWindow, labelOf, waiverOf } from './window.ts';

/** 再送対象: her notice came back, and she is a target on the day of the batch (CHI-4.3-1 to 4.3-3, 8.1-8). */
export function resendTarget(state: CaseState, on: CivilDate, rules: Rules): Target {
  return judge(state, on, rules, ['returned']);
}

/** 勧奨対象: no application (by card), or registered without a date (by e-mail), on the day of the batch (CHI-4.3, 8.9). */
export function recallTarget(state: CaseState, on: CivilDate, rules: Rules): Target {
  return judge(state, on, rules, ['not-applied', 'not-booked']);
}

function judge(state: CaseState, on: CivilDate, rules: Rules, groups: readonly RecallGroup[]): Target {
  const { standing } = state;
  if (!standing.opened || !standing.due) return notOpened(on);
  const waiver = waiverOf(standing, 'resend');
  const group = recallGroup(state);
  return target(
    [
      condition('residence', 'CHI-4.3-1', on, waiver ?? residesOn(standing, on)),
      condition(
        'month-8-window',
        'CHI-4.3-2',
        on,
        waiver ?? inWindow(standing.due, rules.eligibility.resending, rules),
      ),
      condition('pregnant', 'CHI-4.3-2', on, pregnantUntilBirth(standing, on)),
      condition('recall-group', 'CHI-4.3-3', on, [groups.includes(group) ? 'met' : 'unmet', group]),
    ],
    labelOf(standing, rules),
  );
}
