import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes files that only their owner may read; gives their paths. */
export async function writeFiles(
  dir: string,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<readonly string[]> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const written: string[] = [];
  for (const { name, bytes } of files) {
    const file = join(dir, name);
    await writeFile(file, bytes, { mode: 0o600 });
    written.push(file);
  }
  return written;
}
