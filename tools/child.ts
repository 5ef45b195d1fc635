import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

/** How a program ended: its exit code (1 when a signal ended it) and, when captured, all that it printed. */
export type Ended = { readonly code: number; readonly output: string };

/**
 * Runs a program in the root of the project, with this Node.js and the tools of the project first in PATH. A name
 * that ends in `.ts` is a program of ours. Its output is passed through, or captured for the caller.
 */
export function runChild(
  root: string,
  command: string,
  args: readonly string[],
  options: { readonly capture?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const path = [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''];
  const env: NodeJS.ProcessEnv = { ...process.env, ...options.env, PATH: path.join(delimiter) };
  // Set by node:test for the files it runs; a runner started from a test would take itself for one of them.
  delete env['NODE_TEST_CONTEXT'];
  const ours = command.endsWith('.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(ours ? process.execPath : command, ours ? [command, ...args] : args, {
      cwd: root,
      env,
      stdio: ['inherit', options.capture ? 'pipe' : 'inherit', options.capture ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
