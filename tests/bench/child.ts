import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** A process of Node.js whose output is read, and which says how large it was when it has ended. */
export type Child = {
  readonly output: Readable;
  /** Throws when it did not end well. */
  readonly ended: Promise<{ readonly peakMb: number }>;
};

/** Has the process write its highest memory to its fourth stream when it ends. */
const TELL_MEMORY = `data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))`;

export function child(words: readonly string[]): Child {
  const started = spawn(process.execPath, ['--import', TELL_MEMORY, ...words], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  const { stdout, stdio } = started;
  const told = stdio[3];
  if (!stdout || !told || !('read' in told)) throw new Error('The process gives no answer');
  const memory = text(told);
  const ended = once(started, 'close').then(async ([code]) => {
    if (code !== 0) throw new Error(`The process ended with ${String(code)}`);
    return { peakMb: Number(await memory) / 1024 };
  });
  ended.catch(() => undefined);
  return { output: stdout, ended };
}
