import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import type { Standing } from './standing.ts';

export type Resume = {
  readonly case: CaseId;
  readonly by: 'herself' | 'staff' | 'clock';
  /** She has named name, date of birth and registered address in this talk, or came with her code and birthday. */
  readonly identity?: 'three-points' | 'code' | undefined;
  readonly channel: Channel;
};

export type ResumeRefusal =
  | NotOpen
  | RefusalOf<'identity-needed'>
  | RefusalOf<'undone-by-ward-only'>
  | RefusalOf<'pause-not-over', { until: CivilDate }>;

/**
 * 再開 (CHI-8.14-7): takes back a pause, and a withdrawal, by herself after three points (design.md section 4). Staff
 * take back only what staff set; a pause of the ward is undone by `lift-stop.ts`; the clock writes down that a pause is
 * over. Code and birthday are enough for a pause, not for a withdrawal: that is taken back by telephone. Whether she is
 * still a target is asked of `eligibility/` from here on; nothing to resume is no error.
 */
export function resume(seen: CaseSeen, command: Resume, context: Context): Decision | ResumeRefusal {
  const { case: id, by, channel } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { paused, withdrawn } = seen.case.standing;
  const wrong = mayNot(seen.case.standing, command, context.today);
  if (wrong) return wrong;
  const facts: NewFact[] = [];
  if (paused) facts.push({ type: 'case.resumed', case: id, by, channel });
  if (withdrawn && by === 'herself') {
    facts.push({ type: 'case.stop-lifted', case: id, of: withdrawn.fact, by, ref: 'three-points' });
  }
  return { facts };
}

function mayNot(standing: Standing, command: Resume, today: CivilDate): ResumeRefusal | undefined {
  const { paused, withdrawn } = standing;
  if (!paused && !withdrawn) return undefined;
  if (command.by === 'clock') {
    return paused && today < paused.until ? { refused: 'pause-not-over', until: paused.until } : undefined;
  }
  if (paused?.by === 'ward' && today < paused.until) return { refused: 'undone-by-ward-only' };
  const staffMay = command.by === 'staff' && !withdrawn && paused?.by === 'staff';
  const byHerself = command.by === 'herself' && command.identity !== undefined;
  return staffMay || (byHerself && (command.identity === 'three-points' || !withdrawn))
    ? undefined
    : { refused: 'identity-needed' };
}
