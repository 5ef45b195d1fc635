import { err, type Result } from '../domain/basics/result.ts';
import type { CourierStopped, RoundTally } from '../exchange/courier/courier-parts.ts';
import { runRound, type RoundWish } from '../exchange/courier/run-round.ts';
import { isAfterRestore } from '../store/questions/after-restore.ts';
import { courierParts, openLine, type LineWish, type NoOutside } from './courier.ts';
import type { Place } from './place.ts';

/**
 * One round on a line of its own, as a person asks for it. After a restore two persons confirm first what left the house:
 * a rehearsal never speaks to the outside that lives.
 */
export async function courierRound(
  place: Place,
  way: LineWish,
  wish: RoundWish = {},
): Promise<Result<RoundTally, CourierStopped | NoOutside>> {
  if (await isAfterRestore(place.database.reader)) {
    return err({ type: 'gate-refused', refusal: { refused: 'after-restore', row: 'courier.adopt-seats' } });
  }
  const line = await openLine(place, way);
  if (!line.ok) return line;
  try {
    return await runRound(await courierParts(place, line.value), wish);
  } finally {
    await line.value.close();
  }
}
