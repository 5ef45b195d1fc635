import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Letter } from './letter.ts';
import { letterSetter, type LetterRun, type NotSet } from './set-letters.ts';

/** One PDF of a run: letters `first` to `first + letters - 1` of the order given, each with its pages one after another. */
export type LetterPart = { readonly first: number; readonly letters: number; readonly pdf: Uint8Array };

/** `workers`: how many threads set letters; 0 sets them in the caller's thread and holds it up. */
export type Effort = { readonly workers: number };

/** Threads that set the letters of one run; who knows early that there will be letters has them read their fonts meanwhile. */
export type SetterThreads = readonly ThreadSetter[];

/** So many letters in one PDF: enough that the fonts weigh little, few enough that a thread needs little memory (with 250 it is half as much again). */
export const LETTERS_A_PART = 125;

/**
 * Sets letters as PDF/A-2a, in the order given. A large run becomes several PDFs ("parts") of 125 letters; where they are
 * cut depends on the order alone, so that the bytes are the same with any number of workers, in any time zone and
 * language. Either all letters are set or none: what is wrong with some names them by their position.
 */
export async function renderLetters(
  run: LetterRun,
  letters: readonly Letter[],
  effort: Effort = { workers: 1 },
): Promise<Result<readonly LetterPart[], NotSet>> {
  const parts: SetLetters[] = [];
  for await (const { first, set } of letterParts(run, letters, effort)) {
    const { length } = letters.slice(first, first + LETTERS_A_PART);
    parts.push({ first, letters: length, set });
  }
  return joinParts(parts);
}

/** A part as it came out of a thread. */
type SetLetters = Omit<LetterPart, 'pdf'> & { readonly set: SetPart };

/** All parts, or what is wrong with the letters of some, by their position in the whole run. */
export function joinParts(set: readonly SetLetters[]): Result<readonly LetterPart[], NotSet> {
  const parts: LetterPart[] = [];
  const problems: Problem[] = [];
  for (const { first, letters, set: made } of set) {
    if (made.ok) parts.push({ first, letters, pdf: made.value });
    else problems.push({ first, problem: made.error });
  }
  const problem = joined(problems);
  return problem ? err(problem) : ok(parts);
}

/**
 * The same part by part, for runs that are too large to be held as a whole: 50,000 cards take no more memory than 1,000.
 * `first` is the position of the first letter of the part; a problem names positions within it.
 */
export async function* letterParts(
  run: LetterRun,
  letters: readonly Letter[],
  { workers }: Effort,
  started?: SetterThreads,
): AsyncGenerator<{ readonly first: number; readonly set: SetPart }> {
  const starts = Array.from(
    { length: Math.ceil(letters.length / LETTERS_A_PART) },
    (_, n) => n * LETTERS_A_PART,
  );
  const setters = started ?? startSetters(run, Math.min(workers, starts.length));
  const here = workers === 0 ? letterSetter(run) : undefined;
  const begin = (index: number): Promise<SetPart> | undefined => {
    const first = starts[index];
    if (first === undefined) return undefined;
    const some = letters.slice(first, first + LETTERS_A_PART);
    const setter = setters[index % setters.length];
    return setter ? setter.set(some) : Promise.resolve(here?.(some) ?? ok(new Uint8Array()));
  };
  // Every thread has one part in work and none waiting: between two it tidies up, and nobody runs ahead of the taker.
  const ahead = setters.length;
  const begun = starts.slice(0, ahead).map((_, index) => begin(index));
  try {
    for (const [index, first] of starts.entries()) {
      const set = await (begun[index] ?? begin(index));
      begun[index] = undefined;
      if (setters.length > 0) begun[index + ahead] = begin(index + ahead);
      if (set) yield { first, set };
      // Gives the caller's thread a moment to let go of what the compiler held.
      if (here) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    await Promise.all(setters.map((setter) => setter.end()));
  }
}

/** They end with the letters they are given to (`letterParts`), or by `end`. */
export function startSetters(run: LetterRun, workers: number): SetterThreads {
  return Array.from({ length: workers }, () => threadSetter(run));
}

type SetPart = Result<Uint8Array, NotSet>;
type Problem = { readonly first: number; readonly problem: NotSet };

type ThreadSetter = {
  readonly set: (letters: readonly Letter[]) => Promise<SetPart>;
  readonly end: () => Promise<unknown>;
};

/** A thread that answers in the order in which it was asked. */
function threadSetter(run: LetterRun): ThreadSetter {
  const worker = new Worker(new URL('./letter-thread.ts', import.meta.url), { workerData: run });
  const waiting: { readonly resolve: (set: SetPart) => void; readonly reject: (error: Error) => void }[] = [];
  const fail = (error: Error) => {
    for (const one of waiting.splice(0)) one.reject(error);
  };
  worker.on('message', (answer: SetPart) => waiting.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`The thread that sets letters ended with ${code}`)));
  return {
    set: (letters) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(letters, []);
      }),
    end: () => {
      worker.removeAllListeners('exit');
      return worker.terminate();
    },
  };
}

/** All letters with the first kind of problem, by their position in the whole run. */
function joined(problems: readonly Problem[]): NotSet | undefined {
  const [found] = problems;
  if (!found || found.problem.type === 'template-broken') return found?.problem;
  const { type } = found.problem;
  const letters = problems.flatMap(({ first, problem }) =>
    problem.type === type && 'letters' in problem ? problem.letters.map((at) => first + at) : [],
  );
  return { type, letters };
}
