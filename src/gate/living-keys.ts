import { KeysChanged } from '../security/programme-key.ts';
import type { GateParts } from './gate.ts';

const TRIES = 3;

/** Runs `work`; when it meets keys of another epoch than those in memory, reads the keys anew and runs it once more. */
export async function withLivingKeys<T>(
  parts: Pick<GateParts, 'refreshKeys'>,
  work: () => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work();
    } catch (error) {
      if (tried === TRIES || !isKeysChanged(error)) throw error;
      await parts.refreshKeys();
    }
  }
}

/** MM001 is the database's own guard (migration 0002): a key was written under an epoch that is not in force. */
function isKeysChanged(error: unknown): boolean {
  return (
    error instanceof KeysChanged || (error instanceof Error && 'code' in error && error.code === 'MM001')
  );
}
