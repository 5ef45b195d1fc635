import type { ReportSources, Source } from './report.ts';

/**
 * The facts behind one number. `item` is its path as it stands in the report, with or without `items.` before it; a part
 * of a path (`visits.followUp`) gives all that is below. How often a choice was taken has behind it every set of answers
 * to that form: which woman chose what stands in no fact.
 */
export function sourcesBehind(sources: ReportSources, item: string): readonly Source[] {
  const path = item.replace(/^items\./, '');
  const answers = path.startsWith('conditions.questions')
    ? CONDITIONS
    : path.replace(/\.(questions|erased|table)(\..*)?$/, '.answers');
  for (const name of [path, answers]) {
    const found = Object.entries(sources).filter(([key]) => key === name || key.startsWith(`${name}.`));
    if (found.length > 0) return found.flatMap(([, behind]) => behind);
  }
  return [];
}

/** Every visit has a condition, shown as a page or not. */
const CONDITIONS = 'conditions';
