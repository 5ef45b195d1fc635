import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { Letter } from './letter.ts';
import { letterSetter, type LetterRun } from './set-letters.ts';

// A set document is a small object here and megabytes in the compiler's memory: this thread would not tidy up in time by
// itself, and 50,000 cards would take gigabytes.
setFlagsFromString('--expose-gc');
const tidyUp: () => void = runInNewContext('gc');

// The thread of `render-letters.ts`: gets one chunk of letters at a time and gives back its pages.
const set = letterSetter(workerData as LetterRun);
parentPort?.on('message', (letters: readonly Letter[]) => {
  const done = set(letters);
  // The compiler's own memory cannot change hands.
  const pdf = done.ok ? new Uint8Array(done.value) : undefined;
  tidyUp();
  // Answered a moment later: what was found to be free is given back between two turns of the loop.
  setImmediate(() => {
    if (pdf) parentPort?.postMessage({ ok: true, value: pdf }, [pdf.buffer]);
    else parentPort?.postMessage(done, []);
  });
});
