import type { RetentionClass } from '../retention/retention-rules.ts';

/** The key of the duty to apply for the disposal of a class (B-19). */
export function askDisposalKey(name: RetentionClass): string {
  return `programme/ask-disposal/${name}`;
}
