import type { ApplicationId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { Answers } from '../forms/answers.ts';
import { readPhone } from '../text/phone.ts';
import type { ApplicationState } from './application.ts';
import { checkApplication, type CheckApplicationRefusal } from './check-application.ts';
import { isEmail } from './register-resident.ts';

/** Somebody applies without a code and says who she is. */
export type ReceiveOpenApplication = {
  readonly application: ApplicationId;
  readonly form: string;
  readonly channel: Channel;
  readonly answers: Answers;
  readonly applicant: {
    readonly name: string;
    readonly kana: string;
    readonly birthDate: string;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
    readonly postcode?: string | undefined;
    readonly address?: string | undefined;
    readonly building?: string | undefined;
  };
};

export type ReceiveOpenApplicationRefusal =
  | CheckApplicationRefusal
  | RefusalOf<'contact-missing'>
  | RefusalOf<'contact-unreadable', { what: 'phone' | 'email' }>;

/**
 * An application without a code waits in the clearing queue until a person has compared it with the list; she sees
 * "being checked" and learns nothing of whether she is on it (CHI-8.2-1). An urgent answer orders a call at once.
 */
export function receiveOpenApplication(
  state: { readonly application: ApplicationState },
  { application, form, channel, answers, applicant }: ReceiveOpenApplication,
  context: Context,
): Decision | ReceiveOpenApplicationRefusal {
  if (state.application.status !== 'none') return { refused: 'application-exists' };
  const { phone, email } = applicant;
  if (!phone && !email) return { refused: 'contact-missing' };
  if (phone && !readPhone(phone).ok) return { refused: 'contact-unreadable', what: 'phone' };
  if (email && !isEmail(email)) return { refused: 'contact-unreadable', what: 'email' };
  const checked = checkApplication({ form, channel, answers }, context);
  if (isRefusal(checked)) return checked;
  const { consent, urgent, call, fields } = checked;
  const person = context.ids.fresh('person');
  const said = Object.entries(applicant).flatMap(([name, value]) => (value ? [[name, value] as const] : []));
  return {
    facts: [
      {
        type: 'application.received',
        application,
        form,
        channel,
        person,
        consent,
        ...(urgent ? { urgent } : {}),
      },
    ],
    link: [{ subject: application, person }],
    keep: [
      { of: application, section: 'applicant', value: Object.fromEntries(said) },
      { of: application, section: 'answers', item: application, value: fields },
    ],
    ...(call ? { send: [{ queue: 'call', ref: application }] } : {}),
  };
}
