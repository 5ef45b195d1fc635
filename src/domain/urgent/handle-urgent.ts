import type { CaseId, UrgentId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { UrgentClass } from '../facts/consultation.ts';
import type { Urgent } from './urgent.ts';

type Of = { readonly urgent: UrgentId; readonly case: CaseId };
/** `words`: what was seen and said, for the vault. */
export type RaiseUrgent = Of & {
  readonly class: UrgentClass;
  readonly source: 'visit' | 'inquiry' | 'questionnaire' | 'staff';
  readonly reason: string;
  readonly channel: string;
  readonly words?: string | undefined;
};
export type ReportUrgent = Of & {
  readonly to: string;
  readonly reached: boolean;
  readonly channel: 'phone' | 'in-person' | 'email' | 'report';
};
export type AcknowledgeUrgent = Of & { readonly by: string; readonly ref: string; readonly channel: string };
export type CloseUrgent = Of & { readonly outcome: string; readonly channel: string };

export type HandleUrgentRefusal =
  | RefusalOf<'no-such-case'>
  | RefusalOf<'urgent-exists'>
  | RefusalOf<'no-such-urgent'>
  | RefusalOf<'urgent-closed'>
  | RefusalOf<'unknown-contact', { to: string }>
  | RefusalOf<'mail-is-no-call'>
  | RefusalOf<'not-acknowledged'>;

type Seen = { readonly case: CaseState };

/** Anybody who meets the woman may raise; nothing is asked back but the class and a code (CHI-8.10-2). */
export function raiseUrgent(
  { case: state }: Seen,
  command: RaiseUrgent,
  _context: Context,
): Decision | HandleUrgentRefusal {
  const { urgent, case: id, source, reason, channel, words } = command;
  if (!state.standing.opened) return { refused: 'no-such-case' };
  if (find(state, urgent)) return { refused: 'urgent-exists' };
  return {
    facts: [{ type: 'urgent.raised', urgent, case: id, class: command.class, channel, source, reason }],
    ...(words ? { keep: [{ of: id, section: 'consultation', item: urgent, value: { urgent: words } }] } : {}),
    send: [{ queue: 'ward-notice', ref: urgent, case: id }],
  };
}

/**
 * One call to the ward, reached or not, by function (CHI-15.2-1). Mail tells but reaches nobody: the clock runs on until
 * somebody has spoken (CHI-8.10-2). Skipping a function of the list is not refused: an emergency is no place for that.
 */
export function reportUrgent(
  { case: state }: Seen,
  { urgent, case: id, to, reached, channel }: ReportUrgent,
  { rules }: Context,
): Decision | HandleUrgentRefusal {
  const found = open(state, urgent);
  if ('refused' in found) return found;
  if (!rules.urgent.contacts.includes(to)) return { refused: 'unknown-contact', to };
  if (reached && channel === 'email') return { refused: 'mail-is-no-call' };
  return { facts: [{ type: 'urgent.reported', urgent, case: id, class: found.class, channel, to, reached }] };
}

/** The ward says by its function that it has it. */
export function acknowledgeUrgent(
  { case: state }: Seen,
  { urgent, case: id, by, ref, channel }: AcknowledgeUrgent,
  _context: Context,
): Decision | HandleUrgentRefusal {
  const found = open(state, urgent);
  if ('refused' in found) return found;
  if (found.acknowledged) return { facts: [] };
  return { facts: [{ type: 'urgent.acknowledged', urgent, case: id, class: found.class, channel, by, ref }] };
}

/** Closed only after the ward has acknowledged it: what nobody answered for stays open. */
export function closeUrgent(
  { case: state }: Seen,
  { urgent, case: id, outcome, channel }: CloseUrgent,
  _context: Context,
): Decision | HandleUrgentRefusal {
  const found = open(state, urgent);
  if ('refused' in found) return found;
  if (!found.acknowledged) return { refused: 'not-acknowledged' };
  return { facts: [{ type: 'urgent.closed', urgent, case: id, class: found.class, channel, outcome }] };
}

function find(state: CaseState, id: UrgentId): Urgent | undefined {
  return state.urgents.find(({ urgent }) => urgent === id);
}

function open(state: CaseState, id: UrgentId): Urgent | HandleUrgentRefusal {
  const found = find(state, id);
  if (!found) return { refused: 'no-such-urgent' };
  return found.closed ? { refused: 'urgent-closed' } : found;
}
