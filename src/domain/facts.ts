import type {
  ApplicationFact,
  ConsentFact,
  QuestionnaireFact,
  RegistrationFact,
} from './facts/application.ts';
import type { BenefitFact, StockFact } from './facts/benefit.ts';
import type { BookingFact, DayFact } from './facts/booking.ts';
import type { CaseFact } from './facts/case.ts';
import type { ClosingFact, CorrectionFact } from './facts/closing.ts';
import type { BundleFact, CourierFact } from './facts/courier.ts';
import type { DisposalFact } from './facts/disposal.ts';
import type { ConsultationFact, UrgentFact } from './facts/consultation.ts';
import type { InvoiceFact } from './facts/invoice.ts';
import type {
  CallBackFact,
  InquiryFact,
  MessageFact,
  ReceptionFact,
  SurveyFact,
  WardFact,
} from './facts/contact.ts';
import type {
  AccountFact,
  DutyFact,
  HandoverFact,
  ManagerFact,
  PlaceFact,
  ReviewFact,
  WorkerFact,
} from './facts/governance.ts';
import type { ListFact } from './facts/list.ts';
import type { BatchFact, InviteFact, PieceFact, PostageFact } from './facts/mailing.ts';
import type { MemberFact } from './facts/member.ts';
import type { EnvelopeFact } from './facts/portal.ts';
import type { SavedFilterFact } from './facts/saved-filter.ts';
import type { DeviceFact, SignInFact } from './facts/sign-in.ts';
import type { VisitFact } from './facts/visit.ts';
import type { VisitorFact } from './facts/visitor.ts';
import type { Recorded } from './facts/fact.ts';
import type { Instant } from './basics/instant.ts';

/** Everything that can have happened: the joint of all subjects. `subject.happened`, codes and dates only (design 5). */
export type Fact =
  | ListFact
  | CaseFact
  | InviteFact
  | EnvelopeFact
  | BatchFact
  | PieceFact
  | PostageFact
  | RegistrationFact
  | ConsentFact
  | ApplicationFact
  | QuestionnaireFact
  | BookingFact
  | DayFact
  | VisitFact
  | VisitorFact
  | ConsultationFact
  | UrgentFact
  | BenefitFact
  | StockFact
  | MessageFact
  | CallBackFact
  | InquiryFact
  | ReceptionFact
  | WardFact
  | SurveyFact
  | CorrectionFact
  | ClosingFact
  | InvoiceFact
  | WorkerFact
  | AccountFact
  | SavedFilterFact
  | SignInFact
  | DeviceFact
  | ManagerFact
  | ReviewFact
  | PlaceFact
  | DutyFact
  | DisposalFact
  | HandoverFact
  | CourierFact
  | BundleFact
  | MemberFact;

/** A fact as the journal gives it back. */
export type RecordedFact = Recorded<Fact>;

/** A fact as a decision returns it; without `at` it happened now. */
export type NewFact = Fact & { readonly at?: Instant };

export type FactType = Fact['type'];
