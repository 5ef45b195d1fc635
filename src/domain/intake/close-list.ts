import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListState } from './list.ts';

export type CloseList = {
  readonly list: ListId;
  readonly opened: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that a person left out, beside those refused when the list was read. */
  readonly leftOut: number;
  /** Rows that the ledger refused at the last moment: each is asked of the ward. */
  readonly refusedLines: readonly number[];
};

export type CloseListRefusal = RefusalOf<'list-not-approved', { list: ListId }>;

/** The closing fact of the intake job, last of all: opened + changed + unchanged + refused = rows (CHI-8.1-3). */
export function closeList(
  state: { readonly list: ListState },
  command: CloseList,
): Decision | CloseListRefusal {
  const { list, opened, changed, unchanged, leftOut, refusedLines } = command;
  const { received, staged, approved, committed } = state.list;
  if (!received || !staged || !approved || committed) return { refused: 'list-not-approved', list };
  return {
    facts: [
      ...refusedLines.map(
        (line) => ({ type: 'list.question-raised', list, line, code: 'commit-refused' }) as const,
      ),
      {
        type: 'list.committed',
        list,
        opened,
        changed,
        unchanged: unchanged + staged.repeated,
        refused: staged.refused + leftOut + refusedLines.length,
        missing: staged.missing,
      },
    ],
    release: [{ kind: 'list-open', key: received.kind }],
  };
}

export type DiscardListRefusal = RefusalOf<'list-not-waiting', { list: ListId }>;

/** Sends a list back: nothing of it stays but the fact that it came. The same file may be taken in again. */
export function discardList(
  state: { readonly list: ListState },
  { list, reason }: { readonly list: ListId; readonly reason: string },
): Decision | DiscardListRefusal {
  const { received, approved, discarded } = state.list;
  if (!received || approved || discarded) return { refused: 'list-not-waiting', list };
  return {
    facts: [
      { type: 'list.discarded', list, reason },
      { type: 'list.keys-destroyed', list },
    ],
    release: [
      { kind: 'list-digest', key: received.sha256 },
      { kind: 'list-open', key: received.kind },
    ],
    unseal: [list],
  };
}

export type DestroyListKeysRefusal =
  | RefusalOf<'list-keys-gone', { list: ListId }>
  | RefusalOf<'list-keys-kept-until', { list: ListId; until: CivilDate | undefined }>;

/** Destroys the list key, and with it source file and staged rows, so many days after commit (design 1, "Files"). */
export function destroyListKeys(
  state: { readonly list: ListState },
  { list }: { readonly list: ListId },
  { today, rules }: Context,
): Decision | DestroyListKeysRefusal {
  const { settledOn, keysDestroyed } = state.list;
  if (keysDestroyed) return { refused: 'list-keys-gone', list };
  const until = settledOn && addDays(settledOn, rules.intake.keepStagedDays);
  if (!until || today < until) return { refused: 'list-keys-kept-until', list, until };
  return { facts: [{ type: 'list.keys-destroyed', list }], unseal: [list] };
}
