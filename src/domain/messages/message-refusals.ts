import type { HandOverMessageRefusal } from './hand-over-message.ts';
import type { RecordBounceRefusal } from './record-bounce.ts';
import type { RecordCallRefusal } from './record-call.ts';
import type { SendMessageRefusal } from './send-message.ts';
import type { SettleMessageRefusal } from './settle-message.ts';

/** Every no about messages and calls. */
export type MessageRefusal =
  | SendMessageRefusal
  | HandOverMessageRefusal
  | SettleMessageRefusal
  | RecordBounceRefusal
  | RecordCallRefusal;
