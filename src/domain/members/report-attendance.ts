import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Screening } from '../facts/case.ts';

export type ReportAttendance = {
  readonly case: CaseId;
  readonly list: ListId;
  readonly screening: Screening;
  readonly on: CivilDate;
};

export type ReportAttendanceRefusal =
  | RefusalOf<'not-a-member', { case: CaseId }>
  | RefusalOf<'group-before-result', { case: CaseId }>
  | RefusalOf<'attendance-in-future', { on: CivilDate }>;

/**
 * Writes down that a person attended, by the ward's list (SCR-A-4). A result never comes before the draw: what was
 * seen cannot have decided a group. A card in hand is pulled by the same question that stops any other.
 */
export function reportAttendance(
  state: { readonly case: CaseState },
  { case: id, list, screening, on }: ReportAttendance,
  { today }: Context,
): Decision | ReportAttendanceRefusal {
  const { opening, group, attended } = state.case.member;
  if (!opening) return { refused: 'not-a-member', case: id };
  if (!group) return { refused: 'group-before-result', case: id };
  if (on > today) return { refused: 'attendance-in-future', on };
  if (attended && attended.screening === screening && attended.on <= on) return { facts: [] };
  return { facts: [{ type: 'attendance.reported', case: id, list, screening, on }] };
}
