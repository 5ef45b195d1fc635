import { z } from 'zod';
import type { BatchId, PieceId } from '../../domain/basics/ids.ts';
import { batchStep, type BatchNumbers } from '../../domain/mailings/batch-step.ts';
import { sampleOf } from '../../domain/mailings/sample-of.ts';
import { sampleSize } from '../../domain/mailings/sample-batch.ts';
import type { MailingRules } from '../../domain/mailings/mailing-rules.ts';
import { roles } from '../../security/access.ts';
import type { Reader } from '../../store/connection.ts';
import { dropsOfBatch, piecesOfBatch, piecesToPull, type PieceRow } from '../../store/questions/mailing.ts';
import { batchRows, type BatchRow } from '../../store/questions/mailing-balance.ts';
import { postageRows } from '../../store/questions/postage.ts';
import { filedCopies, printFilesOf } from '../../store/questions/print-files.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const ofBatch = z.strictObject({ batch: inputs.id('batch') });
const room = roles('mailing-clerk', 'responsible-manager', 'work-supervisor');

/** A piece as the enclosing table knows it: its place in the order of printing, and no name. */
export type RoomPiece = {
  readonly piece: PieceId;
  readonly case: PieceRow['case'];
  /** From 1, in the order in which the letters are printed and lie on the table. */
  readonly place: number;
  readonly status: string;
  readonly copy: number;
  readonly enclosed: boolean;
  readonly label: string | null;
  readonly needsLabel: boolean;
  /** A stop or a change came after printing: it is taken out. `outdated`: and printed again. */
  readonly pull: boolean;
  readonly outdated: boolean;
  /** Planned, or voided and to be printed again. */
  readonly unprinted: boolean;
  /** A sampling that found a wrong letter condemned it. */
  readonly condemned: boolean;
  readonly tracking: string | null;
};

/** `batch.pieces`: what is done with a batch next, and each of its pieces; nobody is named. */
export const showBatchPieces = question({
  name: 'batch.pieces',
  says: 'Show where each piece of a batch stands and what is to be done next, without names',
  schema: ofBatch,
  who: { allowed: room },
  reading: 'listed',
  opens: [],
  purpose: 'mailing',
  find: async ({ reader, today, rules }, { batch }) => {
    const [head] = await batchRows(reader, { batch });
    if (!head) return [];
    const pieces = await roomPieces(reader, head, batch, today, rules.mailing);
    const files = await printFilesOf(reader, batch);
    const filed = new Set(await filedCopies(reader, batch));
    const receipts = await postageRows(reader, { batch });
    const drops = await dropsOfBatch(reader, batch);
    return [{ head, pieces, files, filed, receipts, drops }];
  },
  show: ([found], _fields, _input, { rules }) => {
    if (!found) return undefined;
    const { head, pieces, files, filed, receipts, drops } = found;
    const inHand = pieces.filter(({ status }) => status === 'printed');
    const numbers: BatchNumbers = {
      state: head.state,
      planned: head.planned,
      decided: pieces.length + drops.filter((drop) => !pieces.some((one) => one.case === drop.case)).length,
      unprinted: pieces.filter((one) => one.unprinted).length,
      unfiled: inHand.filter(({ piece, copy }) => !filed.has(`${piece}.${copy}`)).length,
      untaken: files.filter(({ taken, destroyed }) => taken === 0 && !destroyed).length,
      overtaken: inHand.filter(({ pull }) => pull).length,
      condemned: inHand.filter((one) => one.condemned && !one.pull).length,
      unsampled: inHand.filter((one) => one.unsampled).length,
      released: head.releasedOn !== null,
      counted: head.hand.printed !== null,
      inHand: inHand.length,
      unenclosed: inHand.filter(({ enclosed }) => !enclosed).length,
      unlabelled: inHand.filter(({ needsLabel, label }) => needsLabel && label === null).length,
      unreceipted: new Set(receipts.filter(({ receipt }) => receipt === null).map(({ on }) => on)).size,
    };
    return {
      batch: head,
      numbers,
      step: batchStep(numbers),
      least: Math.max(1, sampleSize(numbers.unsampled, rules.mailing)),
      services: rules.mailing.services[head.kind as keyof MailingRules['services']],
      weighed: rules.mailing.usual[head.kind as keyof MailingRules['services']] === undefined,
      files,
      days: receipts,
      drops,
      pieces: pieces.map(({ unsampled: _unsampled, ...piece }): RoomPiece => piece),
    };
  },
});

/** `batch.pick-sample`: the letters that two people compare with the ward's list before the release. */
export const pickSample = question({
  name: 'batch.pick-sample',
  says: 'Pick the letters of a batch that two people compare, and show whose they are',
  schema: ofBatch,
  who: { allowed: room },
  reading: 'bulk',
  opens: ['identity.name', 'identity.printName', 'identity.kana', 'address.postcode'],
  purpose: 'mailing',
  find: async ({ reader, today, rules }, { batch }) => {
    const [head] = await batchRows(reader, { batch });
    if (!head) return [];
    const pieces = await roomPieces(reader, head, batch, today, rules.mailing);
    const fresh = pieces.filter(({ status, unsampled, pull }) => status === 'printed' && unsampled && !pull);
    return sampleOf(fresh, batch, head.samples, rules.mailing).map((one) => ({ ...one, subject: one.case }));
  },
  show: (rows, fields) =>
    rows.map((row) => ({
      piece: row.piece,
      case: row.case,
      place: row.place,
      copy: row.copy,
      fields: fields(row),
    })),
});

/** `postage.ledger`: what was given to the post on which day, how much it cost, and the receipt for it. */
export const showPostage = question({
  name: 'postage.ledger',
  says: 'Show what was given to the post by day, batch and service, with the receipts',
  schema: z.strictObject({ month: inputs.month.optional() }),
  who: { allowed: [...room, ...roles('auditor')] },
  reading: 'none',
  opens: [],
  purpose: 'mailing',
  find: ({ reader }, { month }) => postageRows(reader, { month }),
  show: (rows) => rows,
});

async function roomPieces(
  reader: Reader,
  head: BatchRow,
  batch: BatchId,
  today: string,
  rules: MailingRules,
) {
  const toPull = await piecesToPull(reader, batch, today);
  return (await piecesOfBatch(reader, batch)).map((row, at) => {
    const services = rules.services[row.kind as keyof MailingRules['services']];
    return {
      piece: row.piece as PieceId,
      case: row.case,
      place: at + 1,
      status: row.status,
      copy: row.copy,
      enclosed: row.enclosed,
      label: row.label,
      needsLabel: !row.throughWard && !WITHOUT_NUMBER.includes(services[0] ?? ''),
      pull: row.status === 'printed' && (row.outdated || toPull.has(row.piece)),
      outdated: row.outdated,
      condemned: row.status === 'printed' && row.round < head.cleanFrom,
      tracking: row.tracking,
      unprinted: row.status === 'planned' || (row.status === 'voided' && row.reason !== 'pulled'),
      unsampled: row.status === 'printed' && row.round >= head.samples,
    };
  });
}

/** What usually goes without a number: an open card. */
const WITHOUT_NUMBER: readonly string[] = ['postcard', 'ordinary', 'handed-to-ward'];

/** What the rooms of the mail ask: the table, the sample, the ledger of postage. */
export const batchRoomQuestions: readonly Question[] = [showBatchPieces, pickSample, showPostage];
