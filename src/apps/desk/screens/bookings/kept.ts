import type { Asking } from '../../asking.ts';

/** Asks once a request, however many parts of the page want to know: one reading stands in the log. */
export function kept<Answer>(ask: (asking: Asking, key: string) => Promise<Answer>) {
  const answers = new WeakMap<Asking, Map<string, Promise<Answer>>>();
  return (asking: Asking, key: string): Promise<Answer> => {
    const known = answers.get(asking) ?? new Map<string, Promise<Answer>>();
    answers.set(asking, known);
    const answer = known.get(key) ?? ask(asking, key);
    known.set(key, answer);
    return answer;
  };
}
