import type { Instant } from '../../domain/basics/instant.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { Result } from '../../domain/basics/result.ts';
import type { MessageKind, OpenMessage } from '../../domain/portal/message.ts';
import { plainWords } from '../../domain/text/plain-words.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Programme } from '../../programmes/programme.ts';

/** What the taking needs of a place. */
export type EnvelopeDoor = {
  readonly programme: Pick<Programme, 'rules'>;
  readonly now: () => Instant;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
};

/**
 * What became of an envelope. `again`: it was taken before. `later`: the place could not answer now (its database was
 * cut off); nothing was written, and the same envelope is brought again.
 */
export type Taken =
  | {
      readonly result: 'accepted' | 'refused';
      readonly kind: MessageKind | OpenMessage['kind'];
      readonly case?: CaseId;
      readonly code?: string;
    }
  | { readonly result: 'again' }
  | { readonly result: 'rejected' }
  | { readonly result: 'later'; readonly refusal: GateRefusal };

export const COURIER: By = { actor: 'system:courier' };

/** What a vain try says: taken before, not now, or no, with the code that she and whoever calls her get. */
export function readRefusal(
  refusal: GateRefusal,
): Extract<Taken, { result: 'again' | 'later' }> | { readonly result: 'no'; readonly code: string } {
  const { kind } = { kind: undefined, ...refusal };
  const { refused } = refusal;
  if (refused === 'key-used-for-something-else' || (refused === 'taken' && kind === 'envelope')) {
    return { result: 'again' };
  }
  if (refused === 'connection-lost' || refused === 'disk-full') return { result: 'later', refusal };
  // A seat that somebody else has is its own word.
  return {
    result: 'no',
    code: refused === 'taken' && typeof kind === 'string' ? `taken-${kind}` : refused,
  };
}

/** Counts an envelope that does not open, or whose woman was erased; nothing else of it is kept. */
export async function rejectEnvelope(door: EnvelopeDoor, envelope: string): Promise<Taken> {
  const done = await door.execute([{ row: 'envelope.reject', input: { envelope } }], {
    ...COURIER,
    key: envelope,
  });
  if (done.ok) return { result: done.value.replayed ? 'again' : 'rejected' };
  const read = readRefusal(done.error);
  return read.result === 'no' ? { result: 'later', refusal: done.error } : read;
}

/** Signs that nobody sees are taken out of every word: the portal did so too, but nothing that comes from there is believed. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'), (_name, value: unknown) =>
      typeof value === 'string' ? plainWords(value) : value,
    );
  } catch {
    return undefined;
  }
}
