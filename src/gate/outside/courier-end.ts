import type { CourierEnd } from '../../domain/portal/bundle.ts';
import type { OutsideParts } from './outside-parts.ts';

/** The courier's end on the outside's parts, the same that the gate has (see outside-parts.ts). */
export function openCourierEnd(
  parts: OutsideParts,
): CourierEnd & { readonly noteBounce: (message: string, reason: string) => Promise<void> } {
  throw new Error(`Being built: ${parts.programme}`);
}
