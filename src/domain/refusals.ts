import type { CloseMonthRefusal } from './reports/close-month.ts';
import type { InspectReportRefusal } from './reports/inspect-report.ts';
import type { CancelBookingRefusal } from './booking/cancel-booking.ts';
import type { CloseDayRefusal } from './booking/close-day.ts';
import type { HoldSeatRefusal } from './booking/hold-seat.ts';
import type { MakeBookingRefusal } from './booking/make-booking.ts';
import type { MoveBookingRefusal } from './booking/move-booking.ts';
import type { ApplicationRefusal } from './application/application-refusals.ts';
import type { CloseCallBackRefusal } from './call-back/close-call-back.ts';
import type { RequestCallBackRefusal } from './call-back/request-call-back.ts';
import type { InquiryRefusal } from './inquiry/inquiry-refusals.ts';
import type { HandleUrgentRefusal } from './urgent/handle-urgent.ts';
import type { MemberRefusal } from './members/member-refusals.ts';
import type { MessageRefusal } from './messages/message-refusals.ts';
import type { SurveyRefusal } from './survey/survey-refusals.ts';
import type { OpenDayRefusal } from './booking/open-day.ts';
import type { AssignVisitorRefusal } from './visits/assign-visitor.ts';
import type { CompleteVisitRefusal } from './visits/complete-visit.ts';
import type { CorrectVisitRefusal } from './visits/correct-visit.ts';
import type { DescribeVisitorRefusal } from './visits/describe-visitor.ts';
import type { EndUnvisitedRefusal } from './visits/end-unvisited.ts';
import type { MakeReferralRefusal } from './visits/make-referral.ts';
import type { MissVisitRefusal } from './visits/miss-visit.ts';
import type { QualifyVisitorRefusal } from './visits/qualify-visitor.ts';
import type { RaiseCapRefusal } from './visits/raise-cap.ts';
import type { ReceiveReferralRefusal } from './visits/receive-referral.ts';
import type { RecordConsultationRefusal } from './visits/record-consultation.ts';
import type { TrainVisitorRefusal } from './visits/train-visitor.ts';
import type { CourierRefusal } from './courier/courier-refusals.ts';
import type { ConfirmAfterRestoreRefusal } from './place/confirm-after-restore.ts';
import type { CompleteErasureRefusal } from './retention/complete-erasure.ts';
import type { OrderErasureRefusal } from './retention/order-erasure.ts';
import type { AccessRefusal } from './access/access-refusals.ts';
import type { HandOverRefusal } from './hand-over/hand-over-refusals.ts';
import type { DisposalRefusal } from './disposal/disposal-refusals.ts';
import type { IntakeRefusal } from './intake/intake-refusals.ts';
import type { CloseDutyRefusal } from './duties/close-duty.ts';
import type { BenefitRefusal } from './benefits/benefit-refusals.ts';
import type { BillingRefusal } from './billing/billing-refusals.ts';
import type { MailingRefusal } from './mailings/mailing-refusals.ts';
import type { StandingRefusal } from './standing/standing-refusals.ts';
import type { RecordWardAnswerRefusal } from './ward/record-ward-answer.ts';
import type { RecordWardWordRefusal } from './ward/record-ward-word.ts';
import type { TellWardRefusal } from './ward/tell-ward.ts';

/** Every reason for which a decision says no: the joint of all subjects. Each has a sentence in `programmes/words`. */
export type Refusal =
  | AccessRefusal
  | StandingRefusal
  | TellWardRefusal
  | RecordWardAnswerRefusal
  | RecordWardWordRefusal
  | ApplicationRefusal
  | InquiryRefusal
  | RequestCallBackRefusal
  | CloseCallBackRefusal
  | HandleUrgentRefusal
  | MessageRefusal
  | MemberRefusal
  | SurveyRefusal
  | CancelBookingRefusal
  | CloseDayRefusal
  | HoldSeatRefusal
  | MakeBookingRefusal
  | MoveBookingRefusal
  | OpenDayRefusal
  | AssignVisitorRefusal
  | CompleteVisitRefusal
  | CorrectVisitRefusal
  | EndUnvisitedRefusal
  | MakeReferralRefusal
  | MissVisitRefusal
  | QualifyVisitorRefusal
  | DescribeVisitorRefusal
  | RaiseCapRefusal
  | ReceiveReferralRefusal
  | RecordConsultationRefusal
  | TrainVisitorRefusal
  | MailingRefusal
  | IntakeRefusal
  | BenefitRefusal
  | BillingRefusal
  | CloseDutyRefusal
  | HandOverRefusal
  | DisposalRefusal
  | ConfirmAfterRestoreRefusal
  | CourierRefusal
  | OrderErasureRefusal
  | CompleteErasureRefusal
  | CloseMonthRefusal
  | InspectReportRefusal;
