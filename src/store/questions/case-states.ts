import type { CaseId } from '../../domain/basics/ids.ts';
import type { CaseState } from '../../domain/case.ts';
import { caseStream, folds } from '../../domain/streams.ts';
import type { Reader, Statement } from '../connection.ts';
import { factOf } from '../journal.ts';
import { text } from '../row.ts';

const FACTS: Statement = {
  name: 'facts-of-cases',
  text: 'select stream, line from fact where stream = any ($1::text[]) order by stream, version',
};

/** The states of some cases, folded from their facts as they stand now. */
export async function caseStates(
  reader: Reader,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, CaseState>> {
  const states = new Map<CaseId, CaseState>();
  if (cases.length === 0) return states;
  const byStream = new Map(cases.map((id) => [`case:${caseStream(id).id}`, id]));
  for (const row of await reader.rows(FACTS, [[...byStream.keys()]])) {
    const id = byStream.get(text(row, 'stream'));
    if (!id) continue;
    const before = states.get(id) ?? folds.case.initial;
    states.set(id, folds.case.evolve(before, factOf(text(row, 'line'))));
  }
  return states;
}
