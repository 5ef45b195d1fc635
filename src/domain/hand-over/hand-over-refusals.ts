import type { PlaceItemRefusal } from './place-item.ts';
import type { RecordHandOverRefusal } from './record-hand-over.ts';
import type { RecordReturnRefusal } from './record-return.ts';

/** Every reason for which an entry of the register of hand-overs is refused. */
export type HandOverRefusal = RecordHandOverRefusal | RecordReturnRefusal | PlaceItemRefusal;
