import type { OutsideGate } from './outside-gate.ts';
import type { OutsideParts } from './outside-parts.ts';

/** The portal's gate on the outside's parts (see outside-parts.ts). */
export function openOutsideGate(parts: OutsideParts): OutsideGate {
  throw new Error(`Being built: ${parts.programme}`);
}
