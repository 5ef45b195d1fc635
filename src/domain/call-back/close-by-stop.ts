import type { CaseId } from '../basics/ids.ts';
import type { NewFact } from '../facts.ts';
import { verdictOf, type Named, type StopWord } from '../standing/what-stops-what.ts';
import type { CallBacks } from './call-back.ts';

/**
 * Stops that keep us from calling of our own accord and leave alone what she asks for: a pause is a rest from us, and a
 * closed case ends our work, not her right to an answer.
 */
const LEAVES_HER_WISH: readonly StopWord[] = ['pause', 'closed'];

/** Whether a stop forbids a call-back: the column `calls` of the one table, but for the two above. */
export function stopsCallBack(stop: StopWord, named: Named): boolean {
  return !LEAVES_HER_WISH.includes(stop) && typeof verdictOf(stop, 'calls', named) === 'string';
}

/** The result under which a stop closes a call-back that was not made yet. */
export const STOPPED = 'stopped';

/**
 * What a new stop does to call-backs that are open: they end with it, in the same transaction, so that nobody has the
 * telephone in the hand with a list from before the loss. A stop that is lifted opens none again; she may ask anew.
 */
export function closeByStop(
  { all }: CallBacks,
  stop: StopWord,
  named: Named,
  id: CaseId,
): readonly NewFact[] {
  if (!stopsCallBack(stop, named)) return [];
  return all
    .filter(({ closed }) => !closed)
    .map(({ callBack }) => ({ type: 'call-back.closed', case: id, callBack, result: STOPPED }));
}
