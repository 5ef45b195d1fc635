import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import type { InquiryId } from '../../domain/basics/ids.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { languageOf } from '../../domain/portal/language-of.ts';
import { receiptNo } from '../../domain/portal/receipt-no.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import { messageMail, type MailOffice } from '../../programmes/words/message-mail.ts';
import { actOnce } from './act-once.ts';
import type { MailAnswer, MailTransport } from './mail-transport.ts';
import type { MailDoor, MailTally } from './send-mail.ts';

/** What a sender of receipts needs beside a sender of mail. */
export type ReceiptDoor = MailDoor & {
  readonly now: () => Instant;
  /** A digest under a key of the place: two addresses can be compared by it, and none can be found out. */
  readonly markOf: (text: string) => string;
};

type Wanted = { readonly inquiry: InquiryId; readonly openedAt: Instant; readonly startsAt: Instant };

type Became = 'accepted' | 'refused' | 'unknown' | 'stopped';

const SENDER: By = { actor: 'system:mail', screen: 'mail-out' };

/** Whoever types in an address that is not hers sends it so many mails a day, and no more. */
const A_DAY = 3;

/**
 * Sends each sender of an enquiry the one receipt with its number, out of hours with the time from which it is looked at
 * (CHI-8.14-3, 8.14-4). As with messages the gate asks once more and marks it before the mail is given away, once; what
 * nobody knows of is left so, for the enquiry itself waits at the desk.
 *
 * An address gets three receipts a day at most, however many forms name it. The three are the three keys under which a
 * receipt can be handed over to it: of day and keyed digest, forgotten with the other keys of commands.
 */
export async function sendReceipts(
  door: ReceiptDoor,
  transport: MailTransport,
  office: MailOffice,
): Promise<Result<MailTally, GateRefusal>> {
  const wanted = await door.ask('inquiry.receipts-wanted', {}, SENDER);
  if (!wanted.ok) return wanted;
  const tally = { accepted: 0, refused: 0, unknown: 0, stopped: 0, later: 0 };
  for (const one of wanted.value as readonly Wanted[]) {
    const became = await sendOne(door, transport, office, one);
    if (!became.ok) return became;
    if (became.value) tally[became.value] += 1;
  }
  return ok(tally);
}

/** Nothing, when another sender has taken it. */
async function sendOne(
  door: ReceiptDoor,
  transport: MailTransport,
  office: MailOffice,
  { inquiry, openedAt, startsAt }: Wanted,
): Promise<Result<Became | undefined, GateRefusal>> {
  const opened = await door.ask('inquiry.receipt-addressee', { inquiry }, SENDER);
  if (!opened.ok) return opened;
  const [to] = opened.value as readonly { readonly email?: string; readonly language?: string }[];
  if (!to?.email) return settle(door, inquiry, 'stopped', 'no-address');
  const handed = await handOver(door, inquiry, to.email);
  if (!handed.ok) return handed;
  if (handed.value === 'too-many') return settle(door, inquiry, 'stopped', 'too-many');
  if (handed.value === 'taken') return ok(undefined);
  if (handed.value === 'stopped') return ok('stopped');

  const no = receiptNo(inquiry.slice('inquiry_'.length));
  const [about, ref] =
    startsAt > openedAt ? (['enquiry-later', `${no}@${startsAt}`] as const) : (['enquiry', no] as const);
  const mail = messageMail(about, ref, office, languageOf(to.language, undefined));
  const { answer, ...more }: MailAnswer = await actOnce(transport, {
    id: handed.value.message,
    to: to.email,
    ...mail,
  });
  if (answer === 'unknown') return ok('unknown');
  if (answer === 'accepted') return settle(door, inquiry, 'accepted');
  return settle(door, inquiry, 'failed', 'reason' in more ? more.reason : undefined);
}

type Handed = { readonly message: string } | 'stopped' | 'taken' | 'too-many';

/** Under the first of the day's keys for this address that no other receipt has used. */
async function handOver(
  door: ReceiptDoor,
  inquiry: InquiryId,
  email: string,
): Promise<Result<Handed, GateRefusal>> {
  const mark = door.markOf(`receipt/${dayOfInstant(door.now())}/${mailboxOf(email)}`);
  for (let n = 1; n <= A_DAY; n += 1) {
    const call = { row: 'inquiry.hand-over-receipt', input: { inquiry } };
    const done = await door.execute([call], { ...SENDER, key: `receipt/${n}/${mark}` });
    if (!done.ok) {
      const { refused } = done.error;
      if (refused === 'key-used-for-something-else') continue;
      return refused === 'receipt-handed-over' ? ok('taken') : err(done.error);
    }
    if (done.value.replayed) return ok('taken');
    const [fact] = done.value.facts;
    return ok(
      fact?.type === 'inquiry.receipt-handed-over' ? { message: fact.message } : ('stopped' as const),
    );
  }
  return ok('too-many');
}

/** The mailbox behind an address: what follows a plus sign is a label of its owner. */
function mailboxOf(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.replace(/\+.*$/, '')}@${domain}`;
}

const BECAME = { accepted: 'accepted', failed: 'refused', stopped: 'stopped' } as const;

async function settle(
  door: ReceiptDoor,
  inquiry: InquiryId,
  result: keyof typeof BECAME,
  reason?: string,
): Promise<Result<Became | undefined, GateRefusal>> {
  const input = { inquiry, result, ...(reason ? { reason } : {}) };
  const done = await door.execute([{ row: 'inquiry.settle-receipt', input }], SENDER);
  if (done.ok) return ok(BECAME[result]);
  // Another sender was quicker.
  const { refused } = done.error;
  return refused === 'receipt-settled' || refused === 'receipt-handed-over' ? ok(undefined) : err(done.error);
}
