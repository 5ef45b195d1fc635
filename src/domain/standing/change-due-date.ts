import { daysBetween, type CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';

export type ChangeDueDate = {
  readonly case: CaseId;
  readonly to: CivilDate;
  readonly source: 'list' | 'form' | 'visit' | 'phone';
};

export type ChangeDueDateRefusal =
  | NotOpen
  | RefusalOf<'due-date-too-far', { from: CivilDate; days: number }>
  | RefusalOf<'due-date-after-outcome'>;

/**
 * A new expected date of birth; the old ones stay (domain.md 1.1). One that lies too far from the old, or comes after a
 * loss or a birth, is another pregnancy or a mistake: a question to the ward, not a change (design.md section 6).
 */
export function changeDueDate(
  seen: CaseSeen,
  command: ChangeDueDate,
  context: Context,
): Decision | ChangeDueDateRefusal {
  const { case: id, to, source } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { due: from, loss, birth, childDied } = seen.case.standing;
  if (!from || from === to) return KNOWN_ALREADY;
  if (loss || birth || childDied) return { refused: 'due-date-after-outcome' };
  const days = context.rules.eligibility.dueDateTolerance;
  if (Math.abs(daysBetween(from, to)) > days) return { refused: 'due-date-too-far', from, days };
  return { facts: [{ type: 'case.due-date-changed', case: id, from, to, source }] };
}
