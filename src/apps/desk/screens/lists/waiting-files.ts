import { epochOf, type Instant } from '../../../../domain/basics/instant.ts';
import type { ListId } from '../../../../domain/basics/ids.ts';
import type { IntakeWish, NotTakenIn } from '../../../../exchange/intake/intake.ts';
import type { Desk } from '../../desk.ts';

/**
 * A file of the ward between its upload and its staging: still locked as the ward locked it, in memory only, of one
 * person only. Its password is never kept beside it.
 */
export type WaitingFile = {
  readonly id: string;
  readonly owner: string;
  readonly since: Instant;
  readonly bytes: Uint8Array;
  readonly wish: Omit<IntakeWish, 'password' | 'commit'>;
  state: WaitingState;
};

export type WaitingState =
  | { readonly is: 'waiting'; readonly no?: NotTakenIn }
  | {
      readonly is: 'running';
      readonly step: 'match' | 'stage';
      readonly done: number;
      readonly total: number;
    }
  | { readonly is: 'taken'; readonly list: ListId; readonly again: boolean }
  | { readonly is: 'broken'; readonly error: unknown };

export type WaitingFiles = {
  readonly add: (file: Pick<WaitingFile, 'owner' | 'since' | 'bytes' | 'wish'>) => WaitingFile;
  /** `undefined`: it waited too long, the program was started anew, or it is somebody else's. */
  readonly find: (id: string, owner: string, now: Instant) => WaitingFile | undefined;
  readonly drop: (id: string) => void;
};

const KEPT_MS = 30 * 60_000;
const MOST_FILES = 6;

const rooms = new WeakMap<Desk, WaitingFiles>();

/** The files that wait at this desk. */
export function waitingFiles(desk: Desk): WaitingFiles {
  const known = rooms.get(desk);
  if (known) return known;
  const made = newRoom(desk);
  rooms.set(desk, made);
  return made;
}

function newRoom({ chance }: Desk): WaitingFiles {
  const files = new Map<string, WaitingFile>();
  const tidy = (now: Instant): void => {
    for (const { id, since, state } of files.values()) {
      if (state.is !== 'running' && epochOf(now) - epochOf(since) > KEPT_MS) files.delete(id);
    }
  };
  return {
    add: (file) => {
      tidy(file.since);
      const [oldest] = [...files.values()].filter(({ state }) => state.is !== 'running');
      if (files.size >= MOST_FILES && oldest) files.delete(oldest.id);
      const added: WaitingFile = {
        ...file,
        id: Buffer.from(chance(18)).toString('hex'),
        state: { is: 'waiting' },
      };
      files.set(added.id, added);
      return added;
    },
    find: (id, owner, now) => {
      tidy(now);
      const found = files.get(id);
      return found?.owner === owner ? found : undefined;
    },
    drop: (id) => void files.delete(id),
  };
}
