import type { CaseId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { NewFact } from '../facts.ts';
import { isReceived, packagesOf } from './package-state.ts';

/**
 * A loss, or the death of the child, stops the clock of an earned package that has not left: it waits for a human
 * decision with the ward and leaves only on her own wish (AMB-05). What the post already carries is followed there.
 */
export function holdAfterLoss({ benefit, mail }: CaseState, id: CaseId): readonly NewFact[] {
  const earned = benefit.entitlement?.to === 'granted' && !benefit.expired && !isReceived(mail);
  const posted = packagesOf(mail).some(({ status }) => status === 'posted');
  if (!earned || posted || benefit.heldFor === 'loss') return [];
  return [{ type: 'benefit.held', case: id, reason: 'loss' }];
}
