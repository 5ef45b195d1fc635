import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import type { LetterTemplate } from '../programmes/programme.ts';
import type { PressAnswer, PressJob } from './press.ts';
import { renderPaper } from './render-paper.ts';
import { letterCompiler, letterSetter } from './set-letters.ts';

// What is set is megabytes in the compiler's memory and a small object here (see `letter-thread.ts`).
setFlagsFromString('--expose-gc');
const tidyUp: () => void = runInNewContext('gc');
/** So many answers, and the memory is looked after. */
const TIDY_AFTER = 25;

const templates = workerData as readonly LetterTemplate[];
const compiler = letterCompiler(templates);
let answers = 0;

function answerTo(job: PressJob): PressAnswer {
  if (job.kind === 'paper') return renderPaper(job.paper, job.tryout);
  return letterSetter({ ...job.run, templates }, compiler)(job.letters);
}

// The thread of `press.ts`: one job at a time, answered in the order of asking.
parentPort?.on('message', (job: PressJob) => {
  const done = answerTo(job);
  // The compiler's own memory cannot change hands.
  const bytes = done.ok ? new Uint8Array(done.value) : undefined;
  answers += 1;
  if (answers % TIDY_AFTER === 0 || (job.kind === 'letters' && job.letters.length > TIDY_AFTER)) tidyUp();
  if (bytes) parentPort?.postMessage({ ok: true, value: bytes }, [bytes.buffer]);
  else parentPort?.postMessage(done, []);
});
