import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailTransport } from './mail-transport.ts';

/**
 * A relay for try-outs: each mail becomes a file named by its id, readable by the owner alone. A file that is there
 * already is never written over: that mail has left before, and nobody knows better than to ask.
 */
export function folderTransport(dir: string): MailTransport {
  return {
    send: async ({ id, to, subject, body }) => {
      await mkdir(dir, { recursive: true, mode: 0o700 });
      const text = `To: ${to}\nSubject: ${subject}\nMessage-ID: <${id}@mimamori.invalid>\n\n${body}\n`;
      try {
        await writeFile(join(dir, `${id}.txt`), text, { flag: 'wx', mode: 0o600 });
        return { answer: 'accepted' };
      } catch {
        return { answer: 'unknown' };
      }
    },
  };
}
