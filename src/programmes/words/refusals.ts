import type { Refusal } from '../../domain/refusals.ts';
import { accessRefusals } from './refusals-access.ts';
import { mailingRefusals } from './refusals-mailing.ts';
import { placeRefusals } from './refusals-place.ts';
import { intakeRefusals } from './refusals-intake.ts';
import { disposalRefusals } from './refusals-disposal.ts';
import { handOverRefusals } from './refusals-hand-over.ts';
import { dutyRefusals } from './refusals-duties.ts';
import { benefitRefusals } from './refusals-benefits.ts';
import { billingRefusals } from './refusals-billing.ts';
import { applicationRefusals } from './refusals-application.ts';
import { callBackRefusals } from './refusals-call-back.ts';
import { inquiryRefusals } from './refusals-inquiry.ts';
import { urgentRefusals } from './refusals-urgent.ts';
import { memberRefusals } from './refusals-members.ts';
import { messageRefusals } from './refusals-messages.ts';
import { courierRefusals } from './refusals-courier.ts';
import { bookingRefusals } from './refusals-booking.ts';
import { visitRefusals } from './refusals-visits.ts';
import { reportRefusals } from './refusals-reports.ts';
import type { RefusalWords } from './refusal-words.ts';
import { standingRefusals } from './refusals-standing.ts';
import { wardRefusals } from './refusals-ward.ts';

const words: RefusalWords<Refusal> = {
  ...accessRefusals,
  ...applicationRefusals,
  ...inquiryRefusals,
  ...callBackRefusals,
  ...urgentRefusals,
  ...messageRefusals,
  ...memberRefusals,
  ...bookingRefusals,
  ...courierRefusals,
  ...visitRefusals,
  ...mailingRefusals,
  ...intakeRefusals,
  ...benefitRefusals,
  ...billingRefusals,
  ...dutyRefusals,
  ...handOverRefusals,
  ...disposalRefusals,
  ...standingRefusals,
  ...wardRefusals,
  ...reportRefusals,
  ...placeRefusals,
};

/** What a person reads who was refused. */
export function refusalSentence(refusal: Refusal): string {
  const say = words[refusal.refused] as (refusal: Refusal) => string;
  return say(refusal);
}
