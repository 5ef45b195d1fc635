import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import { carryOutStop, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';

export type Pause = {
  readonly case: CaseId;
  /** A code: `hospital`, `her-wish`, `away`. */
  readonly reason: string;
  /** The day on which it ends: on this day invitations go out again. */
  readonly until: CivilDate;
  readonly by: 'herself' | 'ward' | 'staff';
  readonly channel: Channel;
};

export type PauseRefusal =
  | NotOpen
  | RefusalOf<'pause-ends-too-early', { until: CivilDate }>
  | RefusalOf<'paused-by-ward', { until: CivilDate }>
  | RefusalOf<'withdrawn-already'>;

/**
 * 一時中止 (CHI-8.14-7): invitations, reminders, calls and surveys rest until a day. A pause told anew moves its end; one
 * of the ward is changed by the ward alone.
 */
export function pause(seen: CaseSeen, command: Pause, context: Context): Decision | PauseRefusal {
  const { case: id, reason, until, channel } = command;
  const by = context.actor === 'resident' ? 'herself' : command.by;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { paused, withdrawn } = seen.case.standing;
  if (withdrawn) return { refused: 'withdrawn-already' };
  if (until <= context.today) return { refused: 'pause-ends-too-early', until };
  const running = paused && context.today < paused.until ? paused : undefined;
  if (running?.by === 'ward' && by !== 'ward') return { refused: 'paused-by-ward', until: running.until };
  if (running?.until === until && running.by === by) return KNOWN_ALREADY;
  return joined(
    { facts: [{ type: 'case.paused', case: id, reason, until, by, channel }] },
    running ? { facts: [] } : carryOutStop(seen, 'pause', id),
  );
}
