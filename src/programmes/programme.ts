import type { Rules } from '../domain/rules.ts';

/** What a municipality ordered, as data and words. The engine knows programmes by this shape only. */
export type Programme = {
  /** As in `mimamori init --programme ID`. */
  readonly id: string;
  /** Official title, as printed on reports and forms (CHI-1-1). */
  readonly title: string;
  readonly municipality: { readonly name: string; readonly code: string };
  readonly rules: Rules;
};
