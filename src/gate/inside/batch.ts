import { z } from 'zod';
import type { BatchId, CaseId } from '../../domain/basics/ids.ts';
import { beginBatch, type WordlessReason } from '../../domain/mailings/begin-batch.ts';
import { countBatch } from '../../domain/mailings/count-batch.ts';
import { fixBatch } from '../../domain/mailings/fix-batch.ts';
import { receiptPostage } from '../../domain/mailings/receipt-postage.ts';
import { releaseBatch } from '../../domain/mailings/release-batch.ts';
import { renewWord } from '../../domain/mailings/renew-word.ts';
import { sampleBatch } from '../../domain/mailings/sample-batch.ts';
import { batchStream, caseStream, listStream, type StreamRef } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import type { Reader } from '../../store/connection.ts';
import { casesOfBatch } from '../../store/questions/mailing.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

export const PIECE_KINDS = [
  'notice',
  'resend',
  'recall',
  'reissue',
  'package',
  'package-resend',
  'package-request',
] as const;

const WORDLESS = ['ward-closed', 'ward-not-reached', 'system-failure', 'agreed-with-ward'] as const;

const batch = inputs.id('batch');
const count = z.int().min(0).max(100_000);
const begin = { batch, kind: z.enum(PIECE_KINDS), month: inputs.month, planned: count };
const wordless = { reason: z.enum(WORDLESS satisfies readonly WordlessReason[]) };
/** The cases of the batch may be named (within one transaction they are not in any list yet); the rest is looked up. */
const cases = z.array(inputs.id('case')).default([]);

type WithCases = { readonly batch: BatchId; readonly cases: CaseId[] };

const mailingRoom = { allowed: roles('mailing-clerk', 'responsible-manager') };
const manager = { allowed: roles('responsible-manager') };

async function withCases<Input extends WithCases>(reader: Reader, input: Input): Promise<Input> {
  const found = await casesOfBatch(reader, input.batch);
  return { ...input, cases: [...new Set([...input.cases, ...found])].toSorted() };
}

function batchAndCases(
  input: WithCases,
): { readonly batch: StreamRef<'batch'> } & { readonly [id: CaseId]: StreamRef<'case'> } {
  const named: { [id: CaseId]: StreamRef<'case'> } = {};
  for (const id of input.cases) named[id] = caseStream(id);
  return { ...named, batch: batchStream(input.batch) };
}

export const beginBatchOnWord = command({
  name: 'batch.begin',
  says: "Begin a batch of mail on the ward's fresh word",
  leavesHouse: true,
  schema: z.strictObject({ ...begin, against: inputs.id('list') }),
  who: mailingRoom,
  streams: (input) => ({ batch: batchStream(input.batch), list: listStream(input.against) }),
  decide: beginBatch,
  remembers: 'mailing',
});

export const beginBatchWithoutWord = command({
  name: 'batch.begin-without-word',
  says: "Begin a batch without the ward's fresh word, for a reason that the ward gets to see",
  leavesHouse: true,
  schema: z.strictObject({ ...begin, ...wordless }),
  who: manager,
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: beginBatch,
  remembers: 'mailing',
});

export const fixBatchCommand = command({
  name: 'batch.fix',
  says: 'Close the planning of a batch: every named case is decided, the word is still fresh',
  leavesHouse: true,
  schema: z.strictObject({ batch, cases }),
  who: mailingRoom,
  completes: withCases,
  streams: batchAndCases,
  decide: fixBatch,
  remembers: 'mailing',
});

export const renewBatchWord = command({
  name: 'batch.renew',
  says: 'Ask the ward again for a batch that did not leave in time',
  schema: z.strictObject({ batch, against: inputs.id('list') }),
  who: mailingRoom,
  streams: (input) => ({ batch: batchStream(input.batch), list: listStream(input.against) }),
  decide: renewWord,
  remembers: 'mailing',
});

export const renewBatchWithoutWord = command({
  name: 'batch.renew-without-word',
  says: 'Let a late batch leave without a new word, for a reason that the ward gets to see',
  schema: z.strictObject({ batch, ...wordless }),
  who: manager,
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: renewWord,
  remembers: 'mailing',
});

export const sampleBatchCommand = command({
  name: 'batch.sample',
  says: "Record that two people compared a sample of the printed letters with the ward's list",
  schema: z.strictObject({ batch, sampled: count, differing: count, cases }),
  who: { ...mailingRoom, second: ['mailing-clerk', 'responsible-manager', 'work-supervisor'] },
  completes: withCases,
  streams: batchAndCases,
  decide: sampleBatch,
  remembers: 'mailing',
});

export const releaseBatchCommand = command({
  name: 'batch.release',
  says: 'Let a sampled batch go to enclosing and posting; two people',
  schema: z.strictObject({ batch }),
  who: { ...manager, second: ['mailing-clerk', 'responsible-manager', 'work-supervisor'] },
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: releaseBatch,
  remembers: 'mailing',
});

export const countBatchCommand = command({
  name: 'batch.count',
  says: 'Count a batch after enclosing and after posting; every number must agree with the facts',
  schema: z.strictObject({
    batch,
    stage: z.enum(['enclosed', 'posted']),
    printed: count,
    enclosed: count,
    spoiled: count,
    pulled: count,
    posted: count,
    cases,
  }),
  who: mailingRoom,
  completes: withCases,
  streams: batchAndCases,
  decide: countBatch,
  remembers: 'mailing',
});

export const receiptPostageCommand = command({
  name: 'postage.receipt',
  says: 'Enter the receipt of the post office for the pieces of a batch posted on a day',
  schema: z.strictObject({
    batch,
    receipt: inputs.code,
    on: inputs.date,
    pieces: count,
    amount: z.int().min(0).max(100_000_000),
    cases,
  }),
  who: mailingRoom,
  completes: withCases,
  streams: batchAndCases,
  decide: receiptPostage,
  remembers: 'mailing',
});

/** Batches from their beginning to the receipt of the post office. */
export const batchCommands: readonly Command[] = [
  beginBatchOnWord,
  beginBatchWithoutWord,
  fixBatchCommand,
  renewBatchWord,
  renewBatchWithoutWord,
  sampleBatchCommand,
  releaseBatchCommand,
  countBatchCommand,
  receiptPostageCommand,
];
