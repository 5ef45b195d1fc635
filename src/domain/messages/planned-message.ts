import type { Instant } from '../basics/instant.ts';

export type MessageAbout =
  | 'booking'
  | 'booking-moved'
  | 'booking-cancelled'
  | `reminder-${number}`
  | 'call-back'
  | 'no-booking'
  | 'not-carried-out'
  | 'overseas-hold'
  | `overseas-${number}`;

/** Something she is to be told, and between which moments. `ref` says of what: a booking and its time, a limit, a call-back. */
export type PlannedMessage = {
  readonly about: MessageAbout;
  readonly ref?: string;
  readonly from: Instant;
  /** No longer wanted from this moment on. */
  readonly until: Instant;
};
