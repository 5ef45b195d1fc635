import { runRound } from '../exchange/courier/run-round.ts';
import type { RoundTally } from '../exchange/courier/courier-parts.ts';
import type { CourierLine } from '../exchange/courier/courier-line.ts';
import { folderTransport } from '../exchange/mail-out/folder-transport.ts';
import type { MailTransport } from '../exchange/mail-out/mail-transport.ts';
import { sendMail } from '../exchange/mail-out/send-mail.ts';
import { sendReceipts } from '../exchange/mail-out/send-receipts.ts';
import { tick } from '../gate/clockwork.ts';
import { courierParts, openLine, type LineWish } from '../place/courier.ts';
import type { Place } from '../place/place.ts';
import type { ProgrammePortal } from '../programmes/programme-portal.ts';
import { isAfterRestore } from '../store/questions/after-restore.ts';
import { inTurn } from '../store/turn.ts';
import type { Counts, Round } from './both/rounds.ts';
import { mailWay } from './mail-way.ts';

const BEATS_A_MINUTE = 4;

/**
 * What the inside does by itself at every beat: the clock once a minute, a round of the courier, and the mail behind it,
 * through the same line: when that is down no mail is begun, or each would become a question to a person. After a
 * restore the courier waits until a person has confirmed what left the house: a rehearsal never speaks to the outside
 * that lives on.
 */
export function insideRounds(
  place: Place,
  way: LineWish,
): { readonly rounds: readonly Round[]; readonly close: () => Promise<void> } {
  const reader = place.database.reader;
  let opened: CourierLine | undefined;
  const line = async (): Promise<CourierLine> => {
    if (opened) return opened;
    const made = await openLine(place, way);
    if (!made.ok) throw stopped(made.error.type);
    opened = made.value;
    return opened;
  };
  let reached = false;
  const courier = async (): Promise<Counts> => {
    reached = false;
    if (await isAfterRestore(reader)) return {};
    const done = await runRound(await courierParts(place, await line()));
    if (!done.ok) {
      if (done.error.type === 'round-under-way') return {};
      throw stopped('why' in done.error ? done.error.why : done.error.type);
    }
    reached = true;
    return countsOf(done.value);
  };
  const mail = async (): Promise<Counts> => {
    const shows = place.programme.portal;
    const transport = reached ? await transportOf(place, await line()) : undefined;
    return shows && transport ? sendAll(place, transport, shows) : {};
  };
  return {
    rounds: [
      // Another process may have changed the epoch meanwhile.
      { name: 'keys', everyBeats: 1, work: () => place.ring.refresh().then(() => ({})) },
      { name: 'clock', everyBeats: BEATS_A_MINUTE, work: () => inOurTurn(place, () => tickOnce(place)) },
      { name: 'courier', everyBeats: 1, work: courier },
      { name: 'mail', everyBeats: 1, work: () => inOurTurn(place, mail) },
    ],
    close: async () => opened?.close(),
  };
}

/** A round that came to no end, with the code of what was in the way. */
function stopped(code: string): Error {
  return Object.assign(new Error(code), { code });
}

async function inOurTurn(place: Place, work: () => Promise<Counts>): Promise<Counts> {
  const done = await inTurn(place.reader, work);
  return done.turn === 'ours' ? done.value : {};
}

async function tickOnce({ parts }: Place): Promise<Counts> {
  const { done, refused, freedSeats, forgotten } = await tick(parts);
  return { ...done, refused: refused.length, freedSeats, forgotten };
}

async function transportOf(place: Place, line: CourierLine): Promise<MailTransport | undefined> {
  const mail = await mailWay(place);
  if (mail.way === 'relay') return line.relay;
  return mail.way === 'folder' ? folderTransport(mail.dir) : undefined;
}

/** What women are told first, then the receipts of enquiries. */
async function sendAll(
  place: Place,
  transport: MailTransport,
  { phone, mail: words }: ProgrammePortal,
): Promise<Counts> {
  const { execute, ask, ring, parts } = place;
  const door = {
    execute,
    ask,
    now: parts.now,
    markOf: (text: string) => ring.get().current.commandDigest(text).toString('hex'),
  };
  const office = { phone, words };
  const sent = await sendMail(door, transport, office);
  if (!sent.ok) throw stopped(sent.error.refused);
  const receipts = await sendReceipts(door, transport, office);
  if (!receipts.ok) throw stopped(receipts.error.refused);
  return { ...sent.value, receipts: receipts.value.accepted, receiptsStopped: receipts.value.stopped };
}

function countsOf({ inward, outward, anew }: RoundTally): Counts {
  const { refused, ...taken } = inward;
  const all = Object.values(refused).reduce((sum, count) => sum + count, 0);
  return {
    ...taken,
    refused: all,
    sent: outward.bundles,
    capsules: outward.capsules,
    revoked: outward.revoked,
    anew: anew ? 1 : 0,
  };
}
