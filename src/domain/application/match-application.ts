import type { ApplicationId, CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import type { ApplicationState } from './application.ts';
import { dueDiffers, enterAnswers } from './enter-answers.ts';
import { agreeingKeys, isSamePerson, type IdentityKey } from './identity-match.ts';
import { mergedContact } from './register-resident.ts';

/** A person says whose application it is. `overrule` is why she is the one although keys differ; two people say so. */
export type MatchApplication = {
  readonly application: ApplicationId;
  readonly case: CaseId;
  readonly overrule?: string | undefined;
};

export type MatchApplicationRefusal =
  | RefusalOf<'application-settled', { status: ApplicationState['status'] }>
  | RefusalOf<'no-such-case'>
  | RefusalOf<'already-applied'>
  | RefusalOf<'contact-through-ward'>
  | RefusalOf<'identity-differs', { agrees: readonly IdentityKey[] }>;

/**
 * Matching with the target list (CHI-8.2-1) is always a person's decision: the reading, the date of birth, and
 * telephone or address agree, or two people say why she is the one. Her values move to her case, and the person that
 * stood for the applicant is forgotten, so that one erasure later reaches everything.
 * `known`: `applicant.*`, `answers.*` of the application, and of the case the same under `ledger:`.
 */
export function matchApplication(
  state: { readonly application: ApplicationState; readonly case: CaseState },
  { application, case: id, overrule }: MatchApplication,
  context: Context,
): Decision | MatchApplicationRefusal {
  const { known, rules, now, today } = context;
  const { standing, registration } = state.case;
  const { status, person, form, channel, consent, urgent, receivedAt } = state.application;
  if (status !== 'pending' || !form || !channel) return { refused: 'application-settled', status };
  if (!standing.opened) return { refused: 'no-such-case' };
  if (standing.protected) return { refused: 'contact-through-ward' };
  if (registration.answered) return { refused: 'already-applied' };
  const ledger = (name: string) => known[`ledger:${name}`];
  const agrees = agreeingKeys(
    {
      kana: known['applicant.kana'],
      birthDate: known['applicant.birthDate'],
      phone: known['applicant.phone'],
      address: known['applicant.address'],
      building: known['applicant.building'],
    },
    {
      kana: ledger('identity.kana'),
      birthDate: ledger('identity.birthDate'),
      phone: ledger('contact.phone'),
      address: ledger('address.address'),
      building: ledger('address.building'),
    },
    rules.eligibility.ward,
  );
  if (!overrule && !isSamePerson(agrees)) return { refused: 'identity-differs', agrees };
  const fields = answersIn(known);
  const given = { phone: known['applicant.phone'], email: known['applicant.email'] };
  const registered: readonly NewFact[] = [
    ...(registration.registeredOn ? [] : [{ type: 'resident.registered', case: id, channel } as const]),
    ...(['phone', 'email'] as const)
      .filter((what) => given[what])
      .map((what) => ({ type: 'case.contact-changed', case: id, what, source: channel, on: today }) as const),
  ];
  const entered = enterAnswers(
    state.case,
    {
      fields,
      consent: consent ?? { text: rules.forms.consent.text, version: '', answer: 'refused' },
      ...(urgent ? { urgent } : {}),
      case: id,
      application,
      form,
      channel,
      receivedAt: receivedAt ?? now,
      birthDate: ledger('identity.birthDate'),
    },
    context,
  );
  return {
    facts: [
      {
        type: 'application.matched',
        application,
        case: id,
        reason: overrule ?? 'identity',
        ...dueDiffers(state.case, fields, rules),
      },
      ...registered,
      ...entered.facts,
    ],
    keep: [...entered.keep, { of: id, section: 'contact', value: mergedContact(known, given, 'ledger:') }],
    ...(person ? { forget: [person] } : {}),
  };
}

function answersIn(known: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(known)
      .filter(([name]) => name.startsWith('answers.'))
      .map(([name, value]) => [name.slice('answers.'.length), value]),
  );
}
