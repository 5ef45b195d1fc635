import type { Result } from '../domain/basics/result.ts';
import type { Programme } from '../programmes/programme.ts';
import type { KeyRing } from '../security/programme-key.ts';
import type { Database, ConnectionConfig } from '../store/connection.ts';
import type { Call, Receipt } from '../gate/execute.ts';
import type { By, GateParts } from '../gate/gate.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import type { PlaceCard } from './card.ts';
import type { Folders } from './folders.ts';
import type { KeyFolder } from './key-folder.ts';
import type { LeftErasure } from './left-erasure.ts';

/** One programme's place, open: its gate, and what its own machines (backup, erasure, verify) stand on. */
export type Place = {
  readonly programme: Programme;
  readonly card: PlaceCard;
  readonly folders: Folders;
  readonly keys: { readonly here: KeyFolder; readonly second: KeyFolder };
  readonly database: Database;
  /** Only for migrations and restore. */
  readonly owner: ConnectionConfig;
  /** The reader role, for generations and mirrors, which stream. */
  readonly reader: ConnectionConfig;
  readonly parts: GateParts;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
  /** The living programme keys; changed by an erasure only, and then read anew from the key folder. */
  readonly ring: { readonly get: () => KeyRing; readonly refresh: () => Promise<void> };
  /** Erasures that could not be finished when the place was opened, and what is in the way. */
  readonly leftErasures: readonly LeftErasure[];
  readonly close: () => Promise<void>;
};
