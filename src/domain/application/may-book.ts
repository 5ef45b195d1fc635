import type { RefusalOf } from '../basics/refusal.ts';
import type { Registration } from '../contact/registration.ts';

export type MayBookRefusal = RefusalOf<'questionnaire-missing'>;

/**
 * What must be done before a date is taken, whoever takes it: the questionnaire is answered (CHI-8.16-3). An operator
 * asks her the questions on the telephone and enters them first. A contact may be left out by who comes with her code:
 * "registered" means a confirmed contact and nothing more (AMB-52).
 */
export function mayBook(registration: Registration): MayBookRefusal | undefined {
  return registration.answered ? undefined : { refused: 'questionnaire-missing' };
}
