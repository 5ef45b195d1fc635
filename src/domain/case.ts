import { evolveBenefit, noBenefit, type Benefit } from './benefits/benefit.ts';
import { evolveBookings, noBookings, type Bookings } from './booking/booking.ts';
import { evolveCallBacks, noCallBacks, type CallBacks } from './call-back/call-back.ts';
import { evolveMail, noMail, type Mail } from './mailings/mail.ts';
import { evolveRegistration, noRegistration, type Registration } from './contact/registration.ts';
import { evolveEnvelopes, noEnvelopes, type Envelopes } from './portal/envelopes.ts';
import { evolveMember, noMember, type Member } from './members/member.ts';
import { evolveMessages, noMessages, type Messages } from './messages/messages.ts';
import { evolveUrgents, noUrgents, type Urgents } from './urgent/urgent.ts';
import { evolveStanding, noStanding, type Standing } from './standing/standing.ts';
import { evolveVisits, noVisits, type Visits } from './visits/visits.ts';
import type { RecordedFact } from './facts.ts';

/** The state of one case: each subject folds the facts it knows, side by side. */
export type CaseState = {
  readonly standing: Standing;
  readonly mail: Mail;
  readonly bookings: Bookings;
  readonly registration: Registration;
  readonly messages: Messages;
  readonly callBacks: CallBacks;
  readonly envelopes: Envelopes;
  readonly urgents: Urgents;
  readonly visits: Visits;
  readonly benefit: Benefit;
  readonly member: Member;
};

export const noCase: CaseState = {
  standing: noStanding,
  mail: noMail,
  bookings: noBookings,
  registration: noRegistration,
  messages: noMessages,
  callBacks: noCallBacks,
  envelopes: noEnvelopes,
  urgents: noUrgents,
  visits: noVisits,
  benefit: noBenefit,
  member: noMember,
};

export function evolveCase(state: CaseState, fact: RecordedFact): CaseState {
  return {
    standing: evolveStanding(state.standing, fact),
    mail: evolveMail(state.mail, fact),
    bookings: evolveBookings(state.bookings, fact),
    registration: evolveRegistration(state.registration, fact),
    messages: evolveMessages(state.messages, fact),
    callBacks: evolveCallBacks(state.callBacks, fact),
    envelopes: evolveEnvelopes(state.envelopes, fact),
    urgents: evolveUrgents(state.urgents, fact),
    visits: evolveVisits(state.visits, fact),
    benefit: evolveBenefit(state.benefit, fact),
    member: evolveMember(state.member, fact),
  };
}
