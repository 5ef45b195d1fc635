import { projection } from '../projection.ts';

/** One row a woman who has told us something: registered, questionnaire answered, consent to sharing (CHI-8.3-9, AMB-52). */
export const registrationProjection = projection({
  name: 'registration',
  of: 'case',
  columns: {
    case: 'text',
    registered_on: 'text',
    email: 'boolean',
    application: 'text',
    answered_on: 'text',
    consent: 'text',
    consent_version: 'text',
    consent_on: 'text',
  },
  indexes: [['registered_on']],
  rows: ({ registration: { registeredOn, email, answered, consent } }, id) =>
    registeredOn || answered || consent
      ? [
          {
            case: id,
            registered_on: registeredOn ?? null,
            email: email !== undefined,
            application: answered?.application ?? null,
            answered_on: answered?.on ?? null,
            consent: consent?.answer ?? null,
            consent_version: consent?.version ?? null,
            consent_on: consent?.on ?? null,
          },
        ]
      : [],
});
