import type { BatchId, CaseId, ListId, PieceId } from '../../domain/basics/ids.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import { dispatchDates } from '../../domain/calendar/reporting.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { PieceKind, PostService } from '../../domain/facts/mailing.ts';
import { recordedCounts } from '../../domain/mailings/count-batch.ts';
import { sampleSize } from '../../domain/mailings/sample-batch.ts';
import type { MonthWork } from '../../domain/mailings/month-work.ts';
import type { Call } from '../../gate/execute.ts';
import type { Chance } from '../chance.ts';
import type { Hands } from './hands.ts';
import type { PaperRoom } from './paper-room.ts';
import { STAFF } from './staff.ts';

/** One batch as the mailing room carries it from the list of women to the counter of the post office. */
export type BatchWish = {
  readonly kind: PieceKind;
  readonly cases: readonly CaseId[];
  readonly against: ListId;
  /** What is done with each printed piece before it is enclosed: vouchers go into a package. */
  readonly pack?: (batch: BatchId, pieces: readonly InBatch[]) => Promise<void>;
};

/** Who is on a list for which kind. */
export type DrawnLetter = { readonly case: CaseId; readonly kind: PieceKind };

export type InBatch = { readonly case: CaseId; readonly piece: PieceId };

export type MailingRoom = {
  /**
   * The month's dispatch (CHI-8.1-5): notices, re-sends, recall cards and letters written again, each kind a batch.
   * Between two of them only what cannot wait: letters written again, and notices that came too late for the last.
   */
  readonly dispatchMonth: (
    against: ListId,
    what: 'all' | 'left-over',
    drawn: readonly DrawnLetter[],
  ) => Promise<void>;
  /** Who is to be written to, before the ward's word of the day. */
  readonly drawList: (what: 'all' | 'left-over') => Promise<readonly DrawnLetter[]>;
  /** Planned, printed and packed in the morning; it waits for the counter. */
  readonly sendBatch: (wish: BatchWish) => Promise<void>;
  /** The afternoon: what nothing has overtaken since is compared, released, counted and given to the post. */
  readonly leaveHouse: () => Promise<void>;
};

/** By which service each kind goes, and what it weighs where it is not always the same sheet. */
const POSTED_AS: Readonly<
  Record<
    PieceKind,
    { readonly service: PostService; readonly grams?: number; readonly form?: 'large-letter' }
  >
> = {
  notice: { service: 'specified-record' },
  resend: { service: 'specified-record' },
  reissue: { service: 'specified-record' },
  recall: { service: 'postcard' },
  package: { service: 'simplified-registered', grams: 140, form: 'large-letter' },
  'package-resend': { service: 'simplified-registered', grams: 140, form: 'large-letter' },
  'package-request': { service: 'simplified-registered', grams: 140, form: 'large-letter' },
};

const ORDER: readonly PieceKind[] = ['notice', 'resend', 'recall', 'reissue'];
const LEFT_OVER: readonly PieceKind[] = ['notice', 'reissue'];
const CLERK = { actor: STAFF.clerk };
const TWO_CLERKS = { actor: STAFF.clerk, second: STAFF.secondClerk };

export function openMailingRoom(hands: Hands, papers: PaperRoom, nextTracking: () => string): MailingRoom {
  const chance = hands.chanceFor('mailing-room');
  const room: Room = { hands, papers, nextTracking, chance, waiting: [] };
  const sendBatch = (wish: BatchWish) => carry(room, wish);
  return {
    sendBatch,
    leaveHouse: async () => {
      for (const held of room.waiting.splice(0)) await leave(room, held);
    },
    drawList: (what) => drawList(hands, what),
    dispatchMonth: async (against, what, drawn) => {
      const listed = [...drawn, ...(await drawList(hands, what))];
      for (const kind of ORDER) {
        const cases = casesOf(listed, kind);
        if (cases.length > 0) await sendBatch({ kind, cases, against });
      }
    },
  };
}

async function drawList(hands: Hands, what: 'all' | 'left-over'): Promise<readonly DrawnLetter[]> {
  const today = hands.clock.today();
  const month = monthContaining(today);
  const { target } = dispatchDates(month, hands.rules.mailing.dispatch, hands.rules.mailing.calendar);
  const kinds: readonly PieceKind[] = what === 'all' ? ORDER : today > target ? LEFT_OVER : ['reissue'];
  const work = await hands.ask<MonthWork>(CLERK, 'mailing.due', { month });
  return work.due.filter(({ kind }) => kinds.includes(kind));
}

/** The women of one kind, each once, in the order of their numbers. */
export function casesOf(listed: readonly DrawnLetter[], kind: PieceKind): readonly CaseId[] {
  return [...new Set(listed.filter((one) => one.kind === kind).map((one) => one.case))].toSorted();
}

type Room = {
  readonly hands: Hands;
  readonly papers: PaperRoom;
  readonly nextTracking: () => string;
  readonly chance: Chance;
  readonly waiting: Held[];
};

type Held = { readonly batch: BatchId; readonly kind: PieceKind; readonly pieces: readonly InBatch[] };

async function carry(room: Room, { kind, cases, against, pack }: BatchWish): Promise<void> {
  const { hands } = room;
  const month = monthContaining(hands.clock.today());
  const batch = hands.ids.fresh('batch');
  const begin = { row: 'batch.begin', input: { batch, kind, month, planned: cases.length, against } };
  const plans = cases.map((id) => ({
    row: 'piece.plan',
    input: { batch, case: id, piece: hands.ids.fresh('piece') },
  }));
  const planned = inBatch(await hands.act(CLERK, [begin, ...plans]), 'piece.planned');
  await hands.act(CLERK, [{ row: 'batch.fix', input: { batch, cases } }]);
  if (planned.length === 0) return;

  const printed = inBatch(await print(room, batch, kind, planned), 'piece.printed');
  if (printed.length === 0) return;
  await spoilSome(room, batch, kind, printed);
  await room.papers.letters(batch, kind);
  if (pack) await pack(batch, printed);
  room.waiting.push({ batch, kind, pieces: printed });
}

function print({ hands }: Room, batch: BatchId, kind: PieceKind, pieces: readonly InBatch[]) {
  const [template] = hands.rules.mailing.templates[kind];
  return hands.act(CLERK, callsOf('piece.print', batch, pieces, { template }));
}

/** A sheet that the printer crumpled: voided and printed again with a code of its own. */
async function spoilSome(
  room: Room,
  batch: BatchId,
  kind: PieceKind,
  printed: readonly InBatch[],
): Promise<void> {
  if (!room.chance.onceIn(3)) return;
  const spoiled = [room.chance.pick(printed)];
  await room.hands.act(CLERK, callsOf('piece.void', batch, spoiled, { reason: 'spoiled' }));
  await print(room, batch, kind, spoiled);
}

/** From the sample of two people to the receipt of the post office; the hand counts what it holds. */
async function leave(room: Room, { batch, kind, pieces }: Held): Promise<void> {
  const { hands, papers, nextTracking } = room;
  const cases = pieces.map((one) => one.case);
  const membersNow = () =>
    pieces.flatMap(
      (one) => hands.book.caseOf(one.case).mail.pieces.find(({ piece }) => piece === one.piece) ?? [],
    );
  const inHand = pieces.filter((_one, at) => membersNow()[at]?.status === 'printed');
  if (inHand.length === 0) return;
  await printAnew(room, { batch, kind, pieces: inHand });
  const sampled = sampleSize(inHand.length, hands.rules.mailing);
  await hands.act(TWO_CLERKS, [{ row: 'batch.sample', input: { batch, sampled, differing: 0, cases } }]);
  await hands.act({ actor: STAFF.manager, second: STAFF.clerk }, [
    { row: 'batch.release', input: { batch } },
  ]);
  const count = (stage: 'enclosed' | 'posted') => ({
    row: 'batch.count',
    input: { batch, stage, ...recordedCounts(membersNow()), cases },
  });
  await hands.act(CLERK, [count('enclosed')]);
  const posted = await hands.act(
    CLERK,
    inHand.map((one) => postCall(hands, batch, kind, one, nextTracking)),
  );
  const receipted = posted.flatMap((fact) =>
    fact.type === 'piece.posted' && fact.service !== 'handed-to-ward' ? [fact.postage] : [],
  );
  await hands.act(CLERK, [
    count('posted'),
    ...(receipted.length > 0
      ? [
          {
            row: 'postage.receipt',
            input: {
              batch,
              receipt: `receipt-${batch.slice(-12)}`,
              on: hands.clock.today(),
              pieces: receipted.length,
              amount: receipted.reduce((sum, yen) => sum + yen, 0),
              cases,
            },
          },
        ]
      : []),
  ]);
  await papers.batch(batch);
}

/** Who told us since the morning that she lives elsewhere gets a new copy with the new place. */
async function printAnew(room: Room, { batch, kind, pieces }: Held): Promise<void> {
  const { hands } = room;
  const stale = pieces.filter(
    (one) =>
      hands.book.caseOf(one.case).mail.pieces.find(({ piece }) => piece === one.piece)?.outdated === true,
  );
  if (stale.length === 0) return;
  await hands.act(CLERK, callsOf('piece.void', batch, stale, { reason: 'outdated' }));
  await print(room, batch, kind, stale);
  await room.papers.letters(batch, kind);
}

function postCall(
  { book }: Hands,
  batch: BatchId,
  kind: PieceKind,
  { case: id, piece }: InBatch,
  nextTracking: () => string,
): Call {
  const { grams, form, ...usual } = POSTED_AS[kind];
  const weighed = { ...(grams ? { grams } : {}), ...(form ? { form } : {}) };
  const service: PostService = book.caseOf(id).standing.mailWay === 'ward' ? 'handed-to-ward' : usual.service;
  const numbered = service !== 'handed-to-ward' && service !== 'postcard';
  return {
    row: 'piece.post',
    input: {
      batch,
      case: id,
      piece,
      service,
      ...weighed,
      ...(numbered ? { tracking: nextTracking() } : {}),
    },
  };
}

function callsOf(row: string, batch: BatchId, pieces: readonly InBatch[], more: object): readonly Call[] {
  return pieces.map((one) => ({ row, input: { batch, case: one.case, piece: one.piece, ...more } }));
}

function inBatch(
  facts: readonly RecordedFact[],
  type: 'piece.planned' | 'piece.printed',
): readonly InBatch[] {
  return facts.flatMap((fact) => (fact.type === type ? [{ case: fact.case, piece: fact.piece }] : []));
}
