import type { RefusalOf } from '../basics/refusal.ts';
import type { Registration } from '../contact/registration.ts';

export type MayBookRefusal = RefusalOf<'not-registered'> | RefusalOf<'questionnaire-missing'>;

/**
 * What must be done before a date is taken, whoever takes it: her contact is confirmed and the questionnaire answered
 * (CHI-8.16-3, AMB-52). An operator asks her the questions on the telephone and enters them first.
 */
export function mayBook(registration: Registration): MayBookRefusal | undefined {
  if (!registration.registeredOn) return { refused: 'not-registered' };
  return registration.answered ? undefined : { refused: 'questionnaire-missing' };
}
