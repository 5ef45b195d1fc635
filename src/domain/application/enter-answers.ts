import { daysBetween, parseCivilDate, type CivilDate } from '../basics/civil-date.ts';
import type { ApplicationId, CaseId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { followUpProposal } from '../follow-up/follow-up-proposal.ts';
import type { Rules } from '../rules.ts';
import type { CheckedApplication } from './check-application.ts';

/** Answers whose case is known. `birthDate` as the ward's list has it. */
export type Answered = Pick<CheckedApplication, 'fields' | 'consent' | 'urgent'> & {
  readonly case: CaseId;
  readonly application: ApplicationId;
  readonly form: string;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  readonly birthDate?: string | undefined;
};

/**
 * What answers do to her case: the questionnaire counts as answered, consent is recorded, follow-up is proposed to the
 * ward (CHI-5-7), and an urgent answer opens an urgent case whose clock began when the answer came in (CHI-8.10-2).
 */
export function enterAnswers(
  state: CaseState,
  answered: Answered,
  { ids, rules }: Context,
): Required<Pick<Decision, 'facts' | 'keep'>> {
  const { case: id, application, form, channel, consent, urgent, receivedAt } = answered;
  const on = receivedAt.slice(0, 10) as CivilDate;
  const facts: NewFact[] = [
    { type: 'questionnaire.answered', case: id, application, form },
    { type: 'consent.recorded', case: id, ...consent, channel, on },
  ];
  if (proposes(state, answered, rules)) {
    facts.push({ type: 'case.follow-up-proposed', case: id, to: true, source: 'questionnaire' });
  }
  if (urgent) {
    facts.push({
      type: 'urgent.raised',
      urgent: ids.fresh('urgent'),
      case: id,
      class: urgent,
      channel,
      source: 'questionnaire',
      reason: 'answer',
      at: receivedAt,
    });
  }
  return { facts, keep: [{ of: id, section: 'answers', item: application, value: answered.fields }] };
}

/** Days by which her own due date lies after the ward's, when that is more than may differ (CHI-8.16-5). */
export function dueDiffers(
  { standing }: CaseState,
  fields: Readonly<Record<string, string>>,
  { forms }: Rules,
): { readonly dueDiffers?: number } {
  const due = parseCivilDate(fields[forms.asks.due] ?? '');
  if (!due.ok || !standing.due) return {};
  const days = daysBetween(standing.due, due.value);
  return Math.abs(days) > forms.dueMayDiffer ? { dueDiffers: days } : {};
}

function proposes({ standing }: CaseState, { fields, birthDate }: Answered, rules: Rules): boolean {
  if (standing.followUp || standing.followUpProposed || !standing.due || !standing.opened) return false;
  const { asks } = rules.forms;
  const born = parseCivilDate(birthDate ?? '');
  if (!born.ok) return false;
  const persons = fields[asks.personsToConsult];
  return followUpProposal(
    {
      birthDate: born.value,
      firstBirth: fields[asks.firstBirth.question] === asks.firstBirth.yes,
      ...(persons ? { personsToConsult: Number(persons) } : {}),
      due: standing.due,
      listDate: standing.opened.on,
    },
    rules.followUp,
  ).proposed;
}
