import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readBounce, type Bounce } from './bounce-mail.ts';

/** A report is small; anything larger is not read. */
const MOST_BYTES = 256 * 1024;

/**
 * Empties the folder in which the mail server leaves returned mail (`new` of a Maildir). Each report is noted, then
 * deleted, read or not: it carries an address, and nothing of a person stays in the outside zone. Gives how many were
 * noted. A report whose noting fails stays and is read again: noting twice does nothing.
 */
export async function emptyBounceFolder(
  folder: string,
  note: (bounce: Bounce) => Promise<void>,
): Promise<number> {
  let noted = 0;
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const path = join(folder, name);
    const { size } = await stat(path);
    const bounce = size <= MOST_BYTES ? readBounce(await readFile(path, 'latin1')) : undefined;
    if (bounce) {
      await note(bounce);
      noted += 1;
    }
    await rm(path, { force: true });
  }
  return noted;
}
