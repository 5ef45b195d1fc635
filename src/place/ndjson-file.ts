import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Appends one line to a file that only ever grows (anchors, register of erasures); on the disk when this returns. A last
 * line without its end is what a power cut left of a line that nobody was told of: it is cut off first.
 */
export async function appendLine(path: string, value: object): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a+', 0o600);
  try {
    const before = await file.readFile();
    const whole = before.lastIndexOf(10) + 1;
    if (whole < before.length) await file.truncate(whole);
    await file.appendFile(`${JSON.stringify(value)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The lines of such a file; none when there is no file. A line that does not parse is given as `undefined`. */
export async function readLines(path: string): Promise<readonly unknown[]> {
  let text: string;
  try {
    const file = await open(path, 'r');
    try {
      text = await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      try {
        const value: unknown = JSON.parse(line);
        return value;
      } catch {
        return undefined;
      }
    });
}
