import { evolveBookings, noBookings, type Bookings } from './booking/booking.ts';
import { evolveMail, noMail, type Mail } from './mailings/mail.ts';
import { evolveRegistration, noRegistration, type Registration } from './contact/registration.ts';
import { evolveStanding, noStanding, type Standing } from './standing/standing.ts';
import type { RecordedFact } from './facts.ts';

/** The state of one case: each subject folds the facts it knows, side by side. */
export type CaseState = {
  readonly standing: Standing;
  readonly mail: Mail;
  readonly bookings: Bookings;
  readonly registration: Registration;
};

export const noCase: CaseState = {
  standing: noStanding,
  mail: noMail,
  bookings: noBookings,
  registration: noRegistration,
};

export function evolveCase(state: CaseState, fact: RecordedFact): CaseState {
  return {
    standing: evolveStanding(state.standing, fact),
    mail: evolveMail(state.mail, fact),
    bookings: evolveBookings(state.bookings, fact),
    registration: evolveRegistration(state.registration, fact),
  };
}
