import type { Instant } from '../../domain/basics/instant.ts';

/** What a process that goes on has of its machine: from its start file, as values. */
export type Machine = {
  /** The real time. */
  readonly now: () => Instant;
  /** Waits so many milliseconds; ends at once when the process is told to stop. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Waits so many milliseconds, whatever happens. */
  readonly patience: (milliseconds: number) => Promise<void>;
  readonly stopped: AbortSignal;
  readonly log: (line: LogLine) => void;
  /** A line of a page that was asked for, for the log host; not on a terminal. */
  readonly page: (line: string) => void;
};

/** One line of a log: words and numbers of ours, never a value of anybody. */
export type LogLine = {
  readonly zone: 'inside' | 'outside' | 'all';
  readonly what: string;
  /** Code of what went wrong. */
  readonly failed?: string;
  /** How often in a row. */
  readonly times?: number;
  readonly counts?: Readonly<Record<string, number>>;
};
