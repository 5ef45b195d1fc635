import type { AccessRules } from './access/access-rules.ts';
import type { CivilDate } from './basics/civil-date.ts';
import type { BenefitRules } from './benefits/benefit-rules.ts';
import type { BillingRules } from './billing/billing-rules.ts';
import type { DutyRules } from './duties/duty-rules.ts';
import type { BookingRules } from './booking/booking-rules.ts';
import type { EligibilityRules } from './eligibility/eligibility-rules.ts';
import type { FollowUpRules } from './follow-up/follow-up-rules.ts';
import type { IntakeRules } from './intake/intake-rules.ts';
import type { MailingRules } from './mailings/mailing-rules.ts';
import type { FormRules } from './forms/form-rules.ts';
import type { HandOverRules } from './hand-over/hand-over-rules.ts';
import type { InquiryRules } from './inquiry/inquiry-rules.ts';
import type { MemberRules } from './members/member-rules.ts';
import type { MessageRules } from './messages/message-rules.ts';
import type { PortalRules } from './portal/portal-rules.ts';
import type { ReportRules } from './reports/report-rules.ts';
import type { RetentionRules } from './retention/retention-rules.ts';
import type { SurveyRules } from './survey/survey-rules.ts';
import type { UrgentRules } from './urgent/urgent-rules.ts';
import type { VisitRules } from './visits/visit-rules.ts';

/**
 * What a municipality ordered, as far as decisions need it. Values stand in `programmes/`; the readings of doubtful
 * clauses (requirements.md section 10) are settings here, each named with its AMB number.
 */
export type Rules = {
  readonly intake: IntakeRules;
  readonly contract: { readonly year: number; readonly from: CivilDate; readonly to: CivilDate };
  readonly access: AccessRules;
  readonly booking: BookingRules;
  readonly visits: VisitRules;
  readonly benefits: BenefitRules;
  readonly billing: BillingRules;
  readonly duties: DutyRules;
  readonly mailing: MailingRules;
  readonly eligibility: EligibilityRules;
  readonly forms: FormRules;
  readonly handOver: HandOverRules;
  readonly inquiry: InquiryRules;
  readonly portal: PortalRules;
  readonly retention: RetentionRules;
  readonly reports: ReportRules;
  readonly messages: MessageRules;
  readonly survey: SurveyRules;
  readonly urgent: UrgentRules;
  readonly followUp: FollowUpRules;
  /** Only where insured persons are recalled. */
  readonly members?: MemberRules;
};
