import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Result } from '../../domain/basics/result.ts';
import type { Command } from '../../gate/command.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { Question, TypedQuestion } from '../../gate/question.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Knock, Ticket } from '../../gate/sign-in/house.ts';
import type { DeskSession } from '../../gate/sign-in/read-session.ts';
import type { Desk } from './desk.ts';
import type { DeskForm } from './desk-form.ts';

/** One request of somebody who is signed in, as a screen gets it. */
export type Asking = {
  readonly desk: Desk;
  readonly who: DeskSession;
  readonly ticket: Ticket;
  readonly path: string;
  /** The parts of the path, such as `case`. */
  readonly params: Given;
  /** Ids, dates and codes only: an address stands in histories and logs. */
  readonly query: URLSearchParams;
  readonly form: DeskForm;
  readonly by: By;
  readonly now: Instant;
  readonly today: CivilDate;
  /** Asks the gate, as who sits there; the answer has the type of the question. */
  readonly ask: <Asked, Answer>(
    question: TypedQuestion<Asked, Answer>,
    input: Asked,
  ) => Promise<Result<Answer, GateRefusal>>;
  /** The same where a refusal is no case of this screen: it becomes the page of refusals. */
  readonly answer: <Asked, Answer>(question: TypedQuestion<Asked, Answer>, input: Asked) => Promise<Answer>;
  readonly execute: (calls: readonly Call[], by?: Partial<By>) => Promise<Result<Receipt, GateRefusal>>;
  /** Whether one of the roles may use the row at all; the case decides at the gate. */
  readonly may: (row: Command | Question) => boolean;
  /** The address for a link, or nothing where her roles may not open that page. */
  readonly link: (href: string) => string | undefined;
};

/** A step of the door: nobody is signed in yet, or not all the way. */
export type Knocking = {
  readonly desk: Desk;
  readonly knock: Knock;
  /** The cookie of a session that waits for something; '' without one. */
  readonly ticket: Ticket;
  readonly who: DeskSession | undefined;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly form: DeskForm;
  readonly now: Instant;
};

/** Values out of an address: ids and codes by name. */
export type Given = Readonly<Record<string, string>>;
