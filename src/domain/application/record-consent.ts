import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';

export type RecordConsent = {
  readonly case: CaseId;
  readonly text: string;
  readonly version: string;
  readonly answer: 'given' | 'refused' | 'withdrawn';
  readonly channel: Channel;
  readonly on: CivilDate;
};

export type RecordConsentRefusal =
  | RefusalOf<'no-such-case'>
  | RefusalOf<'consent-text-unknown', { text: string; version: string }>
  | RefusalOf<'consent-needed'>
  | RefusalOf<'consent-not-given-yet'>
  | RefusalOf<'day-ahead', { on: CivilDate }>;

/**
 * Her answer to sharing with the ward (CHI-8.3-9): which text, which version, by which channel. Online it is compulsory;
 * on the telephone and at the visit a no is recorded and she is served all the same (AMB-12). A yes can be taken back.
 */
export function recordConsent(
  state: { readonly case: CaseState },
  command: RecordConsent,
  { today, rules }: Context,
): Decision | RecordConsentRefusal {
  const { standing, registration } = state.case;
  const { text, version, answer, channel, on } = command;
  if (!standing.opened) return { refused: 'no-such-case' };
  const { consent } = rules.forms;
  if (text !== consent.text || !consent.versions.includes(version)) {
    return { refused: 'consent-text-unknown', text, version };
  }
  if (answer === 'refused' && channel === 'web') return { refused: 'consent-needed' };
  if (answer === 'withdrawn' && registration.consent?.answer !== 'given') {
    return { refused: 'consent-not-given-yet' };
  }
  if (on > today) return { refused: 'day-ahead', on };
  return {
    facts: [{ type: 'consent.recorded', case: command.case, text, version, answer, channel, on }],
  };
}
