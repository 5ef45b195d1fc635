/** Why the gate itself said no, before or after the decision. `denied` never says whether the thing asked for exists. */
export type GateReason =
  | { readonly refused: 'denied'; readonly row: string }
  | { readonly refused: 'unknown-row'; readonly row: string }
  | { readonly refused: 'not-understood'; readonly row: string; readonly problems: readonly string[] }
  | { readonly refused: 'second-person-needed'; readonly row: string }
  | { readonly refused: 'stale'; readonly row: string; readonly shown: number; readonly now: number }
  | { readonly refused: 'key-used-for-something-else'; readonly key: string }
  /** What left the house since the backup was not entered yet (design 2, Courier). */
  | { readonly refused: 'after-restore'; readonly row: string }
  /** Somebody whose key is destroyed: nothing can be kept of her any more. `call` is the one of many that met her. */
  | { readonly refused: 'person-gone'; readonly subject: string; readonly call?: number }
  | { readonly refused: 'no-such-job' }
  /** The database is out of reach or was cut off; whether the command was carried out says the same key again. */
  | { readonly refused: 'connection-lost' }
  /** Nothing was written: the disk of the database is full. */
  | { readonly refused: 'disk-full' }
  /** `call` is the one of many that met the taken key or the full time. */
  | { readonly refused: 'taken'; readonly kind: string; readonly key: string; readonly call?: number };
