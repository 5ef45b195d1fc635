import type { RecordBounceRefusal } from './record-bounce.ts';
import type { RecordCallRefusal } from './record-call.ts';
import type { SendMessageRefusal } from './send-message.ts';

/** Every no about messages and calls. */
export type MessageRefusal = SendMessageRefusal | RecordBounceRefusal | RecordCallRefusal;
