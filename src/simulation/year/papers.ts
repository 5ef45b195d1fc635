/** Where a simulated year leaves what it made. Names are paths below the folder of the year, with `/`. */
export type Papers = {
  readonly write: (path: string, bytes: Uint8Array | string) => Promise<void>;
  /** Everything written so far, in order. */
  readonly written: () => readonly string[];
};
