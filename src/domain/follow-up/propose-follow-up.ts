import type { CaseId } from '../basics/ids.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from '../standing/case-open.ts';

export type ProposeFollowUp = {
  readonly case: CaseId;
  readonly to: boolean;
  readonly source: 'list' | 'questionnaire' | 'visit';
};

/** A flag from questionnaire or visit waits for the ward's word; until then nothing changes (CHI-5-7, AMB-07). */
export function proposeFollowUp(
  seen: CaseSeen,
  command: ProposeFollowUp,
  _context: Context,
): Decision | NotOpen {
  const { case: id, to, source } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { followUp, followUpProposed } = seen.case.standing;
  if ((followUpProposed ?? followUp) === to) return KNOWN_ALREADY;
  return {
    facts: [{ type: 'case.follow-up-proposed', case: id, to, source }],
    send: [{ queue: 'ward-notice', ref: id, case: id }],
  };
}
