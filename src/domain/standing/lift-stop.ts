import type { CaseId, FactId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { changeProtection, type TwoPeopleNeeded } from './change-protection.ts';
import type { Standing } from './standing.ts';

export type LiftStop = {
  readonly case: CaseId;
  /** The fact that set the stop, as the timeline shows it. */
  readonly of: FactId;
  readonly by: 'ward' | 'ward-and-herself';
  /** Of the ward's recorded word. */
  readonly ref: string;
};

export type LiftStopRefusal =
  | NotOpen
  | TwoPeopleNeeded
  | RefusalOf<'stop-not-found', { of: FactId }>
  | RefusalOf<'undone-by-herself-only'>
  | RefusalOf<'undone-by-move-back'>;

/**
 * Undoes a loss, a death, a birth told by mistake, a protection, or a stop or pause of the ward: only by the ward's
 * recorded word and two people (design.md section 4, last sentence). What was cancelled or revoked stays so; new letters
 * and dates are decided anew.
 */
export function liftStop(seen: CaseSeen, command: LiftStop, context: Context): Decision | LiftStopRefusal {
  const { case: id, of, by, ref } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing } = seen.case;
  if (standing.withdrawn?.fact === of) return { refused: 'undone-by-herself-only' };
  if (standing.paused?.fact === of && standing.paused.by !== 'ward')
    return { refused: 'undone-by-herself-only' };
  if (standing.movedOut?.fact === of) return { refused: 'undone-by-move-back' };
  if (!context.second) return { refused: 'two-people-needed' };
  if (standing.protected?.fact === of) return changeProtection(seen, { case: id, to: false, ref }, context);
  if (!stopsOfWard(standing).includes(of)) return { refused: 'stop-not-found', of };
  return { facts: [{ type: 'case.stop-lifted', case: id, of, by, ref }] };
}

function stopsOfWard(standing: Standing): readonly FactId[] {
  const { loss, childDied, womanDied, birth, wardStop, paused } = standing;
  return [loss, childDied, womanDied, birth, wardStop, paused].flatMap((stop) => stop?.fact ?? []);
}
