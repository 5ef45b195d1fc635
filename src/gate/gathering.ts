import type { Instant } from '../domain/basics/instant.ts';
import type { Rules } from '../domain/rules.ts';
import type { DrawSecrets } from '../security/draw-secrets.ts';
import type { FieldName } from '../security/fields.ts';
import type { Reader } from '../store/connection.ts';
import type { VaultSession } from '../store/vault/session.ts';

/** A frozen set of which fields were opened: one entry of the access log, whatever its size. */
export type BulkReading = {
  readonly fields: readonly FieldName[];
  readonly hits: number;
  /** Its name: `month:2026-05/1`. */
  readonly set: string;
};

/** What a row may use that reads much under its own locks, before it decides. */
export type Gathering = {
  /** Sees what the transaction of the command sees. */
  readonly reader: Reader;
  readonly open: VaultSession['open'];
  readonly now: Instant;
  readonly rules: Rules;
  readonly secrets: DrawSecrets;
  /** Says what is about to be opened; it is remembered whether the command goes through or not. */
  readonly remember: (reading: BulkReading) => void;
};
