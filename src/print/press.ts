import { Worker } from 'node:worker_threads';
import type { Result } from '../domain/basics/result.ts';
import type { Paper } from '../programmes/paper.ts';
import type { LetterTemplate } from '../programmes/programme.ts';
import type { Letter } from './letter.ts';
import { joinParts, LETTERS_A_PART, type LetterPart } from './render-letters.ts';
import type { PaperNotSet } from './render-paper.ts';
import type { LetterRun, NotSet } from './set-letters.ts';

/**
 * Threads that set letters and papers of the office for as long as somebody needs them, while the caller goes on. For
 * whoever prints a little every day of a year: a thread of its own for each batch would spend its life reading fonts. The
 * bytes are those of `renderLetters` and `renderPaper`, with any number of threads.
 */
export type Press = {
  readonly letters: (
    run: LetterRun,
    letters: readonly Letter[],
  ) => Promise<Result<readonly LetterPart[], NotSet>>;
  readonly paper: (paper: Paper, tryout: boolean) => Promise<Result<Uint8Array, PaperNotSet>>;
  /** Lets the threads go; what is not set by then never will be. */
  readonly end: () => Promise<void>;
};

/** What a thread of the press is asked for; `templates` of letters are given to it once, when it starts. */
export type PressJob =
  | {
      readonly kind: 'letters';
      readonly run: Omit<LetterRun, 'templates'>;
      readonly letters: readonly Letter[];
    }
  | { readonly kind: 'paper'; readonly paper: Paper; readonly tryout: boolean };

export type PressAnswer = Result<Uint8Array, NotSet | PaperNotSet>;

/** Opens a press with `workers` threads, at least one. */
export function openPress(templates: readonly LetterTemplate[], workers: number): Press {
  const threads = Array.from({ length: Math.max(1, workers) }, () => pressThread(templates));
  // Whoever has the least to do gets the next one; one that is at work has no time to tidy up for another.
  const set = (job: PressJob): Promise<PressAnswer> =>
    threads.reduce((least, one) => (one.waiting() < least.waiting() ? one : least)).set(job);
  return {
    letters: async ({ templates: _given, ...run }, letters) => {
      const starts = Array.from(
        { length: Math.ceil(letters.length / LETTERS_A_PART) },
        (_, n) => n * LETTERS_A_PART,
      );
      const parts = await Promise.all(
        starts.map(async (first) => {
          const some = letters.slice(first, first + LETTERS_A_PART);
          const pdf = (await set({ kind: 'letters', run, letters: some })) as Result<Uint8Array, NotSet>;
          return { first, letters: some.length, set: pdf };
        }),
      );
      return joinParts(parts);
    },
    paper: async (paper, tryout) =>
      (await set({ kind: 'paper', paper, tryout })) as Result<Uint8Array, PaperNotSet>,
    end: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

type PressThread = {
  readonly waiting: () => number;
  readonly set: (job: PressJob) => Promise<PressAnswer>;
  readonly end: () => Promise<unknown>;
};

/** A thread that answers in the order in which it was asked. */
function pressThread(templates: readonly LetterTemplate[]): PressThread {
  const worker = new Worker(new URL('./press-thread.ts', import.meta.url), { workerData: templates });
  const asked: PromiseWithResolvers<PressAnswer>[] = [];
  const fail = (error: Error) => {
    for (const one of asked.splice(0)) one.reject(error);
  };
  worker.on('message', (answer: PressAnswer) => asked.shift()?.resolve(answer));
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`A thread of the press ended with ${code}`)));
  return {
    waiting: () => asked.length,
    set: (job) => {
      const one = Promise.withResolvers<PressAnswer>();
      asked.push(one);
      worker.postMessage(job, []);
      return one.promise;
    },
    end: () => {
      worker.removeAllListeners('exit');
      return worker.terminate();
    },
  };
}
