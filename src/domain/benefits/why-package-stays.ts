import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import { mayGoOut, type StopWord } from '../standing/what-stops-what.ts';

/**
 * Why an earned package may not leave on a day, or nothing. Asked at planning, packing and posting. After a loss it may
 * leave once the ward and she herself have said so (AMB-05); any other stop still holds it.
 */
export function whyPackageStays(
  { benefit, standing }: CaseState,
  on: CivilDate,
): StopWord | 'held' | undefined {
  if (benefit.heldFor) return 'held';
  const out = mayGoOut(standing, 'parcels', on);
  // Where she lived is not where she lives: without the new address nothing is sent after her (AMB-47).
  if (out.goes)
    return out.onlyTo === 'new-address-in-japan' && !standing.deliveryKnown ? 'moved-out' : undefined;
  const onlyLoss = out.how === 'waits' && out.stoppedBy === 'loss' && out.alsoBy.length === 0;
  return onlyLoss && benefit.agreedAfterLoss ? undefined : out.stoppedBy;
}
