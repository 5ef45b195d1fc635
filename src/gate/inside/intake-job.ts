import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import { planTarget } from '../../domain/intake/plan-target.ts';
import type { ChangeRow } from '../../domain/intake/rows.ts';
import type { GivenAnswer, StagedRow } from '../../domain/intake/staged-row.ts';
import { ask } from '../ask.ts';
import type { Call } from '../execute.ts';
import type { GateParts } from '../gate.ts';
import type { JobCall, JobChunk, JobKind } from '../job.ts';
import type { ShownList, StagedPart } from './list-questions.ts';

/**
 * Carries an approved list into the ledger, one staged part a transaction, and closes it. The staged rows do not
 * change any more once the list is approved, and new ids were named when they were staged: whoever begins again does
 * the same.
 */
export const intakeJob: JobKind = {
  kind: 'intake',
  actor: 'system:intake',
  chunk: async (parts, input, after) => {
    const list = input as ListId;
    const part = Number(after === '' ? 0 : after) + 1;
    const staged = await answerOf<StagedPart | null>(parts, 'list.staged', { list, part });
    if (!staged) return undefined;
    const about = await answerOf<ShownList | null>(parts, 'list.show', { list });
    if (!about) throw new Error('The list of a running job is not there');
    return chunkOf(staged, list, about, parts.rules.contract.year, String(part));
  },
  close: (input, { counts, refused }) => [
    {
      row: 'list.close',
      input: {
        list: input,
        opened: counts['opened'] ?? 0,
        changed: counts['changed'] ?? 0,
        unchanged: counts['unchanged'] ?? 0,
        leftOut: counts['left-out'] ?? 0,
        refusedLines: [...new Set(refused.map(({ label }) => Number(label)))],
      },
    },
  ],
};

function chunkOf(
  { rows, answers }: StagedPart,
  list: ListId,
  about: ShownList,
  contractYear: number,
  nextKey: string,
): JobChunk {
  const answersByLine = new Map<number, GivenAnswer[]>();
  for (const answer of answers) {
    const same = answersByLine.get(answer.line);
    if (same) same.push(answer);
    else answersByLine.set(answer.line, [answer]);
  }
  const calls: JobCall[] = [];
  const without: Record<string, number> = {};
  for (const row of rows) {
    const planned = planRow(row, answersByLine.get(row.line) ?? [], list, about, contractYear);
    planned.calls.forEach((call, index) => {
      // A row counts once, however many cases it holds.
      calls.push({ call, counts: index === 0 ? planned.counts : 'beside', label: String(row.line) });
    });
    if (planned.calls.length === 0) without[planned.counts] = (without[planned.counts] ?? 0) + 1;
  }
  return { calls, without, nextKey, done: rows.length };
}

type Planned = { readonly counts: string; readonly calls: readonly Call[] };

function planRow(
  staged: StagedRow,
  answers: readonly GivenAnswer[],
  list: ListId,
  about: ShownList,
  contractYear: number,
): Planned {
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
      const input = changeInput(match.case, row, list, about);
      return { counts: 'changed', calls: [{ row: 'case.apply-change', input }] };
    }
    case 'hold':
      return { counts: 'beside', calls: holds(staged.cases, 'change-unreadable', list) };
  }
}

function holds(cases: readonly CaseId[], reason: string, list: ListId): readonly Call[] {
  return cases.map((id) => ({ row: 'case.hold-for-list', input: { case: id, reason, ref: list } }));
}

function changeInput(id: CaseId, row: ChangeRow, list: ListId, about: ShownList): object {
  return {
    case: id,
    list,
    asOf: about.asOf,
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

async function answerOf<Answer>(parts: GateParts, question: string, input: object): Promise<Answer> {
  const answer = await ask(parts, question, input, { actor: 'system:intake' });
  if (!answer.ok) throw new Error(`The intake job may not ask ${question}: ${answer.error.refused}`);
  return answer.value as Answer;
}
