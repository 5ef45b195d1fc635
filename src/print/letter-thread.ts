import { parentPort, workerData } from 'node:worker_threads';
import type { Letter } from './letter.ts';
import { letterSetter, type LetterRun } from './set-letters.ts';

// The thread of `render-letters.ts`: gets one chunk of letters at a time and gives back its pages.
const set = letterSetter(workerData as LetterRun);
parentPort?.on('message', (letters: readonly Letter[]) => {
  const done = set(letters);
  if (!done.ok) return parentPort?.postMessage(done, []);
  // The compiler's own memory cannot change hands.
  const pdf = new Uint8Array(done.value);
  return parentPort?.postMessage({ ok: true, value: pdf }, [pdf.buffer]);
});
