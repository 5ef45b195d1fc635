import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CaseId, MessageId } from '../../domain/basics/ids.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import { languageOf } from '../../domain/portal/language-of.ts';
import { messageMail, type MailOffice } from '../../programmes/words/message-mail.ts';
import { actOnce } from './act-once.ts';
import type { MailAnswer, MailTransport } from './mail-transport.ts';

/** What the sender needs of a place. */
export type MailDoor = {
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

/** How many went which way. `unknown` ones are questions to people from now on; `later` ones wait for the morning. */
export type MailTally = {
  readonly accepted: number;
  readonly refused: number;
  readonly unknown: number;
  readonly stopped: number;
  readonly later: number;
};

type Waiting = {
  readonly message: MessageId;
  readonly case: CaseId;
  readonly about: string;
  readonly ref?: string;
};

/** Her address, and the languages she chose and the ward's list names. */
type Addressee = { readonly email?: string; readonly chosen?: string; readonly listed?: string };

const SENDER: By = { actor: 'system:mail', screen: 'mail-out' };

/**
 * Hands over every ordered mail, one at a time (design.md 3, "Sending and stopping"): the gate locks the case, asks the
 * rule once more and marks it as handed over; only after that commit the address is opened and the transport acts, once.
 * If we die in between, or the relay gives no answer, nothing is tried again: the mail stands as a question to a person
 * (`settle-message`). Two senders at once share the work; none does what the other has begun.
 */
export async function sendMail(
  door: MailDoor,
  transport: MailTransport,
  office: MailOffice,
): Promise<Result<MailTally, GateRefusal>> {
  const waiting = await door.ask('message.waiting', {}, SENDER);
  if (!waiting.ok) return waiting;
  const tally = { accepted: 0, refused: 0, unknown: 0, stopped: 0, later: 0 };
  for (const one of waiting.value as readonly Waiting[]) {
    const became = await handOver(door, transport, office, one);
    if (!became.ok) return became;
    if (became.value) tally[became.value] += 1;
  }
  return ok(tally);
}

/** One mail. Nothing, when another sender has taken it. */
async function handOver(
  door: MailDoor,
  transport: MailTransport,
  office: MailOffice,
  { message, case: id, about, ref }: Waiting,
): Promise<Result<keyof MailTally | undefined, GateRefusal>> {
  const of = { case: id, message };
  const handed = await door.execute([{ row: 'message.hand-over', input: of }], SENDER);
  if (!handed.ok) {
    const { refused } = handed.error;
    if (refused === 'quiet-hours') return ok('later');
    const taken = refused === 'message-handed-over' || refused === 'no-such-message';
    return taken ? ok(undefined) : err(handed.error);
  }
  if (!handed.value.facts.some(({ type }) => type === 'message.handed-over')) return ok('stopped');

  const opened = await door.ask('message.addressee', of, SENDER);
  if (!opened.ok) return err(opened.error);
  const [addressee] = opened.value as readonly Addressee[];
  const to = addressee?.email;
  const language = languageOf(addressee?.chosen, addressee?.listed);
  const answer: MailAnswer = to
    ? await actOnce(transport, { id: message, to, ...messageMail(about, ref, office, language) })
    : { answer: 'refused', reason: 'no-address' };
  if (answer.answer === 'unknown') return ok('unknown');
  const settled = {
    ...of,
    ...(answer.answer === 'accepted' ? { result: 'accepted' } : { result: 'failed', reason: answer.reason }),
  };
  const done = await door.execute([{ row: 'message.settle', input: settled }], SENDER);
  return done.ok ? ok(answer.answer) : err(done.error);
}
