/**
 * Why the gate itself said no, before or after the decision. `denied` never says whether the thing asked for exists.
 * A decision's own refusals have codes of their subject and pass through unchanged.
 */
export type GateRefusal =
  | { readonly refused: 'denied'; readonly row: string }
  | { readonly refused: 'unknown-row'; readonly row: string }
  | { readonly refused: 'not-understood'; readonly row: string; readonly problems: readonly string[] }
  | { readonly refused: 'second-person-needed'; readonly row: string }
  | { readonly refused: 'stale'; readonly row: string; readonly shown: number; readonly now: number }
  | { readonly refused: 'key-used-for-something-else'; readonly key: string }
  /** The database is out of reach or was cut off; whether the command was carried out says the same key again. */
  | { readonly refused: 'connection-lost' }
  /** Nothing was written: the disk of the database is full. */
  | { readonly refused: 'disk-full' }
  | { readonly refused: 'taken'; readonly kind: string; readonly key: string }
  | ({ readonly refused: string } & Readonly<Record<string, unknown>>);
