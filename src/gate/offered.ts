import { hasSubject, type RuleSubject } from '../domain/rules-of.ts';
import type { Rules } from '../domain/rules.ts';

type Row = { readonly name: string; readonly needs?: readonly RuleSubject[] };

/** Whether a programme has what a row is about. A row that is not offered is unknown to who would otherwise have the right. */
export function isOffered({ needs = [] }: Row, rules: Rules): boolean {
  return needs.every((subject) => hasSubject(rules, subject));
}

/** Of all rows those that the gate of a programme offers. */
export function offered<R extends Row>(rows: ReadonlyMap<string, R>, rules: Rules): ReadonlyMap<string, R> {
  return new Map([...rows].filter(([, row]) => isOffered(row, rules)));
}
