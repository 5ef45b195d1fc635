import type { AskSeatsBackRefusal } from './ask-seats-back.ts';
import type { RecordBundleRefusal } from './record-bundle.ts';

/** Why the courier's book does not take something. */
export type CourierRefusal = RecordBundleRefusal | AskSeatsBackRefusal;
