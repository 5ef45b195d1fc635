import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import { planTarget } from '../../domain/intake/plan-target.ts';
import type { ChangeRow } from '../../domain/intake/rows.ts';
import type { GivenAnswer, StagedRow } from '../../domain/intake/staged-row.ts';
import type { ListRow } from '../../store/questions/lists.ts';
import type { Call } from '../execute.ts';

/** What a row of a list becomes, under which word it counts, and the commands that do it. */
export type PlannedRow = {
  readonly counts: 'opened' | 'changed' | 'unchanged' | 'left-out' | 'beside';
  readonly calls: readonly Call[];
};

/** From a staged row and the answers to it to what the job does with it; the review shows the same before (CHI-8.1-3). */
export function planListRow(
  staged: StagedRow,
  answers: readonly GivenAnswer[],
  about: Pick<ListRow, 'list' | 'asOf'>,
  contractYear: number,
): PlannedRow {
  const { list } = about;
  const leftOut = answers.some(({ answer }) => answer === 'leave-out');
  switch (staged.kind) {
    case 'targets':
    case 'members': {
      const plan = planTarget(staged, answers, list, contractYear);
      if (plan.act === 'unchanged') return { counts: 'unchanged', calls: [] };
      if (plan.act === 'leave-out') return { counts: 'left-out', calls: [] };
      const { act, ...input } = plan;
      return act === 'open'
        ? {
            counts: 'opened',
            calls: [{ row: staged.kind === 'members' ? 'case.open-member' : 'case.open', input }],
          }
        : { counts: 'changed', calls: [{ row: 'case.update-from-list', input }] };
    }
    case 'follow-up': {
      if (leftOut) return { counts: 'left-out', calls: [] };
      const { match, row } = staged;
      if (!match.fits) return { counts: 'unchanged', calls: [] };
      const input = {
        case: match.case,
        to: true,
        ref: list,
        on: about.asOf,
        ...(row.reason === undefined ? {} : { reason: row.reason }),
      };
      return { counts: 'changed', calls: [{ row: 'case.take-follow-up', input }] };
    }
    case 'attendance': {
      if (leftOut) return { counts: 'left-out', calls: [] };
      const { match, row } = staged;
      if (!match.fits) return { counts: 'unchanged', calls: [] };
      const input = { case: match.case, list, screening: row.screening, on: row.on };
      return { counts: 'changed', calls: [{ row: 'case.report-attendance', input }] };
    }
    case 'changes': {
      const { match, row } = staged;
      if (leftOut) return { counts: 'left-out', calls: [] };
      if (!match.fits) return { counts: 'changed', calls: holds(match.hold, 'identity-mismatch', list) };
      const input = changeInput(match.case, row, about);
      return { counts: 'changed', calls: [{ row: 'case.apply-change', input }] };
    }
    case 'hold':
      return { counts: 'beside', calls: holds(staged.cases, 'change-unreadable', list) };
  }
}

function holds(cases: readonly CaseId[], reason: string, list: ListId): readonly Call[] {
  return cases.map((id) => ({ row: 'case.hold-for-list', input: { case: id, reason, ref: list } }));
}

function changeInput(id: CaseId, row: ChangeRow, { list, asOf }: Pick<ListRow, 'list' | 'asOf'>): object {
  return {
    case: id,
    list,
    asOf,
    kind: row.kind,
    on: row.on,
    name: row.newName,
    kana: row.newKana,
    postcode: row.newPostcode,
    address: row.newAddress,
    building: row.newBuilding,
    due: row.newDue,
  };
}
