import type { ListId } from '../../domain/basics/ids.ts';
import type { GivenAnswer } from '../../domain/intake/staged-row.ts';
import { ask } from '../ask.ts';
import type { GateParts } from '../gate.ts';
import type { JobCall, JobChunk, JobKind } from '../job.ts';
import type { ShownList, StagedPart } from './list-questions.ts';
import { planListRow } from './plan-list-row.ts';

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
    return chunkOf(staged, about, parts.rules.contract.year, String(part));
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
    const planned = planListRow(row, answersByLine.get(row.line) ?? [], about, contractYear);
    planned.calls.forEach((call, index) => {
      // A row counts once, however many cases it holds.
      calls.push({ call, counts: index === 0 ? planned.counts : 'beside', label: String(row.line) });
    });
    if (planned.calls.length === 0) without[planned.counts] = (without[planned.counts] ?? 0) + 1;
  }
  return { calls, without, nextKey, done: rows.length };
}

async function answerOf<Answer>(parts: GateParts, question: string, input: object): Promise<Answer> {
  const answer = await ask(parts, question, input, { actor: 'system:intake' });
  if (!answer.ok) throw new Error(`The intake job may not ask ${question}: ${answer.error.refused}`);
  return answer.value as Answer;
}
