import type { ApplicationId, CaseId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { Answers } from '../forms/answers.ts';
import { mayGoOut } from '../standing/what-stops-what.ts';
import type { PortalLanguage } from '../portal/language.ts';
import type { ApplicationState } from './application.ts';
import { checkApplication, type CheckApplicationRefusal } from './check-application.ts';
import { dueDiffers, enterAnswers } from './enter-answers.ts';

/** Her answers with the code of her letter, or entered by an operator who knows by three points whom she speaks to. */
export type ReceiveApplication = {
  readonly application: ApplicationId;
  readonly case: CaseId;
  readonly form: string;
  readonly channel: Channel;
  readonly answers: Answers;
  /** Version of the text that she agreed to, where she was shown one apart from the form (CHI-8.3-9). */
  readonly consent?: string | undefined;
  /** In which she answered. */
  readonly language?: PortalLanguage | undefined;
};

export type ReceiveApplicationRefusal =
  | CheckApplicationRefusal
  | RefusalOf<'no-such-case'>
  | RefusalOf<'not-registered'>
  | RefusalOf<'link-stopped'>
  | RefusalOf<'already-applied'>;

/**
 * An application whose case is known (CHI-8.2-1, 8.16-2): confirmed at once. A second one is not taken while the first
 * stands, so that one letter never becomes two visits (domain.md 8); she or an operator cancels the first. With the code
 * of her letter she may apply without leaving a contact; an operator registers her first (AMB-52).
 */
export function receiveApplication(
  state: { readonly application: ApplicationState; readonly case: CaseState },
  command: ReceiveApplication,
  context: Context,
): Decision | ReceiveApplicationRefusal {
  const { standing, registration } = state.case;
  const { application, case: id, form, channel } = command;
  if (state.application.status !== 'none') return { refused: 'application-exists' };
  if (!standing.opened) return { refused: 'no-such-case' };
  if (channel === 'web' && !mayGoOut(standing, 'link', context.today).goes)
    return { refused: 'link-stopped' };
  if (channel !== 'web' && !registration.registeredOn) return { refused: 'not-registered' };
  if (registration.answered) return { refused: 'already-applied' };
  const checked = checkApplication(command, context);
  if (isRefusal(checked)) return checked;
  const entered = enterAnswers(
    state.case,
    {
      ...checked,
      case: id,
      application,
      form,
      channel,
      receivedAt: context.now,
      birthDate: context.known['identity.birthDate'],
    },
    context,
  );
  return {
    facts: [
      { type: 'application.received', application, case: id, form, channel },
      {
        type: 'application.matched',
        application,
        case: id,
        reason: channel === 'web' ? 'code' : 'operator',
        ...dueDiffers(state.case, checked.fields, context.rules),
      },
      ...entered.facts,
    ],
    keep: [
      ...entered.keep,
      ...(command.language
        ? [{ of: id, section: 'language', item: 'chosen', value: { chosen: command.language } } as const]
        : []),
    ],
    ...(checked.call ? { send: [{ queue: 'call', ref: application, case: id }] } : {}),
  };
}
