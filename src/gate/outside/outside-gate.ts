import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { SlotOffer } from '../../domain/booking/slot-offer.ts';
import type { Answers } from '../../domain/forms/answers.ts';
import type { InsidePart } from '../../domain/portal/inside-part.ts';
import type { OpenMessage, PortalMessage } from '../../domain/portal/message.ts';
import type { HeldSeat, OwnPart, Seat, Sent } from '../../domain/portal/own-part.ts';
import type { PersonalCode } from '../../domain/text/personal-code.ts';

/** What the internet may reach: all that the portal can do, and nothing else. Everything here runs in the outside zone. */
export type OutsideGate = {
  readonly now: () => Instant;
  /** `calling`: nothing can be taken now (no courier for 48 hours, or after a restore): pages say "please call". */
  readonly state: () => Promise<'open' | 'calling'>;
  /**
   * Begins a session for a code, known or not: nothing here tells which. `from` is the network address of the asker,
   * for the limits only; it is never stored.
   */
  readonly begin: (code: PersonalCode, from: string) => Promise<Begun>;
  /** The session of a cookie; nothing when it has ended (30 minutes without a step, 4 hours in all). */
  readonly session: (cookie: string) => Promise<Session | undefined>;
  /** Second proof; the session goes on under a new cookie. A wrong date, an unknown and a revoked code take the same time; only a revoked one is told apart. */
  readonly prove: (cookie: string, birthDate: CivilDate, from: string) => Promise<Proven>;
  /** Keeps her draft. Two tabs: the later step wins, `sent` and `counter` never go back. */
  readonly save: (session: OpenSession, own: OwnPart) => Promise<OpenSession>;
  /** Answers asked alone: kept in the session only, sealed under its cookie, gone when it ends. Never given back to a page. */
  readonly keepAlone: (session: OpenSession, answers: Answers) => Promise<void>;
  /** Those that were there when the session was read. */
  readonly alone: (session: OpenSession) => Promise<Answers>;
  /** Free times for her, her 8th month first. */
  readonly offers: (session: OpenSession, returnsOn?: CivilDate) => Promise<readonly SlotOffer[]>;
  /**
   * Keeps a seat of the slot for some minutes, if it may be offered to her. A seat she held before is given back.
   * `taken`: nobody's fault, choose another.
   */
  readonly hold: (session: OpenSession, slot: SlotId, returnsOn?: CivilDate) => Promise<HeldSeat | 'taken'>;
  /**
   * Seals a message and stores it, in one transaction with the seat it needs (`take`: the one that is held for her, or
   * held again if it is still free) and her own part as `own` says after it. Said twice (double click, two tabs, back and
   * again) under the same `once` it is sent once: the first receipt is given again.
   */
  readonly send: (
    session: OpenSession,
    message: PortalMessage,
    wish: { readonly once: string; readonly own: (sent: Sent) => OwnPart; readonly take?: Seat | undefined },
  ) => Promise<SendOutcome>;
  /**
   * What needs no proof. Limited by network and in length. The same words under the same `once` (double click, back and
   * again) are sent once; other words are another message.
   */
  readonly sendOpen: (message: OpenMessage, from: string, once?: string) => Promise<OpenOutcome>;
  /**
   * Who has the letter only wishes to stop: the message `stop-by-letter` with the locator of the session's code, which
   * no page ever sees. Limited as `sendOpen` is; an ended session sends nothing and is told so by `undefined`.
   */
  readonly stopByLetter: (
    cookie: string,
    phone: string | undefined,
    from: string,
    once?: string,
  ) => Promise<OpenOutcome | undefined>;
  /** Ends the session at once, wherever she is. */
  readonly leave: (cookie: string) => Promise<void>;
};

/** Too many tries: from when on the next one counts. Never for ever, and the telephone is offered. */
export type Wait = { readonly result: 'wait'; readonly until: Instant };

/** `calling`: no key of the inside is here to which it could be sealed. */
export type OpenOutcome =
  | { readonly result: 'sent'; readonly no: string }
  | { readonly result: 'calling' }
  | Wait;

export type Begun = { readonly result: 'begun'; readonly cookie: string } | Wait;

export type Proven =
  | { readonly result: 'open'; readonly session: OpenSession }
  | { readonly result: 'does-not-open' }
  | { readonly result: 'revoked' }
  | Wait;

export type SendOutcome =
  | { readonly result: 'sent'; readonly sent: Sent; readonly session: OpenSession }
  /** The seat is not hers any more and no longer free. */
  | { readonly result: 'taken' }
  /** Against a rule that the page should have kept: a date without answers, answers that are not complete (CHI-8.16-3). */
  | { readonly result: 'refused'; readonly code: string }
  | { readonly result: 'calling' };

/** `csrf` stands in every form of the session. */
export type Session = CodeSession | OpenSession;

/** Somebody has a code; who it is is not known yet. */
export type CodeSession = { readonly stage: 'code'; readonly cookie: string; readonly csrf: string };

/** Her capsule is open for this session. */
export type OpenSession = {
  readonly stage: 'open';
  readonly cookie: string;
  readonly csrf: string;
  readonly inside: InsidePart;
  readonly own: OwnPart;
};
