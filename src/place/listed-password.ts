import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Whether a password stands in the operator's file, one a line: a plain word, or the SHA-1 of one in hexadecimal, whole or
 * its first ten signs or more, with or without `:count` behind it (as lists of leaked passwords are given out). The file
 * is read through each time: a password is set once in 90 days, and the list may be larger than the memory.
 */
export async function isListedPassword(path: string, password: string): Promise<boolean> {
  const digest = createHash('sha1').update(password).digest('hex').toUpperCase();
  const small = password.toLowerCase();
  const file = createReadStream(path, 'utf8');
  try {
    for await (const line of createInterface({ input: file, crlfDelay: Infinity })) {
      const entry = line.trim();
      const sha1 = /^([\dA-Fa-f]{10,40})(?::\d+)?$/.exec(entry)?.[1];
      if (sha1 && digest.startsWith(sha1.toUpperCase())) return true;
      if (entry !== '' && entry.toLowerCase() === small) return true;
    }
    return false;
  } finally {
    file.destroy();
  }
}
