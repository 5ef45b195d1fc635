import type { RuleSubject } from '../../domain/rules-of.ts';

/** Rows that make sense only where a programme has this subject: elsewhere the gate does not know them. */
export function needing<R extends { readonly needs?: readonly RuleSubject[] }>(
  subject: RuleSubject,
  rows: readonly R[],
): readonly R[] {
  return rows.map((row) => ({ ...row, needs: [...(row.needs ?? []), subject] }));
}
