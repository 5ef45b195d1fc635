import { z } from 'zod';
import { askBack } from '../../domain/mailings/ask-back.ts';
import { enclosePiece, takeOutPiece } from '../../domain/mailings/enclose-piece.ts';
import { followPiece } from '../../domain/mailings/follow-piece.ts';
import { grantReissue } from '../../domain/mailings/grant-reissue.ts';
import { labelPiece } from '../../domain/mailings/label-piece.ts';
import { planPiece } from '../../domain/mailings/plan-piece.ts';
import { postPiece } from '../../domain/mailings/post-piece.ts';
import { printPiece } from '../../domain/mailings/print-piece.ts';
import { returnPiece } from '../../domain/mailings/return-piece.ts';
import { reviewReturn } from '../../domain/mailings/review-return.ts';
import { voidPiece } from '../../domain/mailings/void-piece.ts';
import { batchStream, caseStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const piece = { case: inputs.id('case'), piece: inputs.id('piece') };
const pieceOfBatch = { ...piece, batch: inputs.id('batch') };
const source = z.enum(['tracking-page', 'post-office', 'envelope', 'herself', 'ward']);

const mailingRoom = { allowed: roles('mailing-clerk', 'responsible-manager') };

export const planPieceCommand = command({
  name: 'piece.plan',
  says: 'Decide one woman of a batch: a piece is planned or she is dropped with the reason',
  schema: z.strictObject(pieceOfBatch),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  decide: planPiece,
  remembers: 'mailing',
});

export const printPieceCommand = command({
  name: 'piece.print',
  says: 'Print one copy of a piece of a fixed batch, with a code of its own',
  leavesHouse: true,
  schema: z.strictObject({ ...pieceOfBatch, template: inputs.code.optional() }),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  knows: { of: (input) => input.case, fields: ['identity.birthDate'] },
  decide: (state, input, context, secrets) => printPiece(state, { ...input, secrets: secrets() }, context),
  remembers: 'mailing',
});

export const voidPieceCommand = command({
  name: 'piece.void',
  says: 'Void a printed copy that was not posted: spoiled, outdated or pulled',
  schema: z.strictObject({ ...pieceOfBatch, reason: z.enum(['spoiled', 'outdated', 'pulled']) }),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  decide: voidPiece,
  remembers: 'mailing',
});

export const enclosePieceCommand = command({
  name: 'piece.enclose',
  says: 'Put one scanned sheet into its envelope; what a stop has reached is named instead',
  schema: z.strictObject(pieceOfBatch),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  decide: enclosePiece,
  remembers: 'mailing',
});

export const takeOutPieceCommand = command({
  name: 'piece.take-out',
  says: 'Take a scan back: the sheet is out of its envelope again, without a label',
  schema: z.strictObject(pieceOfBatch),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  decide: takeOutPiece,
  remembers: 'mailing',
});

export const labelPieceCommand = command({
  name: 'piece.label',
  says: 'Tie the tracking number of a label to the envelope it is stuck on',
  schema: z.strictObject({ ...pieceOfBatch, tracking: z.string().max(40) }),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  decide: labelPiece,
  remembers: 'mailing',
});

export const postPieceCommand = command({
  name: 'piece.post',
  says: 'Give one piece to the post with its tracking number',
  leavesHouse: true,
  schema: z.strictObject({
    ...pieceOfBatch,
    service: z.enum([
      'specified-record',
      'simplified-registered',
      'registered',
      'postcard',
      'ordinary',
      'letterpack-plus',
      'handed-to-ward',
    ]),
    tracking: z.string().max(40).optional(),
    grams: z.int().min(1).max(4000).optional(),
    form: z.enum(['letter', 'postcard', 'large-letter']).optional(),
  }),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case), batch: batchStream(input.batch) }),
  decide: postPiece,
  remembers: 'mailing',
});

export const followPieceCommand = command({
  name: 'piece.follow',
  says: 'Record that a posted piece was delivered, lost by the post, or given back at our request',
  schema: z.strictObject({
    ...piece,
    what: z.enum(['delivered', 'lost', 'withdrawn']),
    on: inputs.date,
    source,
  }),
  who: { allowed: roles('mailing-clerk', 'responsible-manager', 'operator') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: followPiece,
  remembers: 'mailing',
});

export const askBackPiece = command({
  name: 'piece.ask-back',
  says: 'Record that the post office was asked to give a posted piece back, or why it was not asked',
  schema: z.discriminatedUnion('asked', [
    z.strictObject({ ...piece, asked: z.literal(true), ref: inputs.code.optional() }),
    z.strictObject({
      ...piece,
      asked: z.literal(false),
      reason: z.enum(['delivered-already', 'post-cannot', 'ward-agrees', 'her-wish']),
    }),
  ]),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: askBack,
  remembers: 'mailing',
});

export const returnPieceCommand = command({
  name: 'piece.return',
  says: 'Record a piece that came back, with the reason on the envelope',
  schema: z.strictObject({
    ...piece,
    on: inputs.date,
    reason: z.enum([
      'unknown-address',
      'moved-unknown',
      'storage-expired',
      'refused',
      'recalled-by-sender',
      'incomplete-address',
      'other',
    ]),
    source,
  }),
  who: mailingRoom,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: returnPiece,
  remembers: 'mailing',
});

export const reviewReturnCommand = command({
  name: 'piece.review-return',
  says: 'Decide whether a returned piece may be sent again; refused mail never is without this',
  schema: z.strictObject({ ...piece, resend: z.boolean() }),
  who: { allowed: roles('responsible-manager') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: reviewReturn,
  remembers: 'mailing',
});

export const reissuePiece = command({
  name: 'piece.reissue',
  says: 'Decide that a lost letter is written again, outside the caps; the old code opens nothing any more',
  schema: z.strictObject({ ...piece, reason: z.enum(['lost-by-her', 'never-came']) }),
  who: { allowed: roles('operator', 'responsible-manager') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: grantReissue,
  remembers: 'mailing',
});

/** One letter, card or package from its planning to its end. Each is decided on the state of its woman at that moment. */
export const pieceCommands: readonly Command[] = [
  planPieceCommand,
  printPieceCommand,
  voidPieceCommand,
  enclosePieceCommand,
  takeOutPieceCommand,
  labelPieceCommand,
  postPieceCommand,
  followPieceCommand,
  askBackPiece,
  returnPieceCommand,
  reviewReturnCommand,
  reissuePiece,
];
