import { z } from 'zod';
import { answerQuestion } from '../../domain/intake/answer-question.ts';
import { approveList } from '../../domain/intake/approve-list.ts';
import { closeList, destroyListKeys, discardList } from '../../domain/intake/close-list.ts';
import { handOverOf, receiveList } from '../../domain/intake/receive-list.ts';
import { stageList, stageRows } from '../../domain/intake/stage-list.ts';
import { stateNoChange } from '../../domain/intake/state-no-change.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import { handoverStream, listStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';

/** People who take in the ward's lists. */
export const TAKERS = roles('responsible-manager', 'mailing-clerk');

const list = inputs.id('list');
const count = z.int().min(0);
const part = z.strictObject({ part: count, text: z.string() });
const counts = z.strictObject({
  accepted: count,
  refused: count,
  repeated: count,
  same: count,
  changed: count,
  missing: count,
});

/** `list.receive`: a file of the ward came; without its hand-over record it is not taken (CHI-8.1-2, PII-11-1). */
export const receiveListCommand = command({
  name: 'list.receive',
  says: 'Enter a list of the ward with its hand-over record',
  schema: z.strictObject({
    list,
    kind: z.enum(['targets', 'follow-up', 'changes', 'attendance', 'designations']),
    months: z.array(inputs.month).min(1),
    asOf: inputs.date,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    rows: count,
    source: z.string(),
    handOver: z.strictObject({
      method: inputs.words.min(1),
      medium: inputs.words.min(1),
      from: inputs.words.min(1),
      to: inputs.words.min(1),
      at: inputs.words.min(1),
      rows: count.optional(),
      month: inputs.words.optional(),
      by: inputs.words.optional(),
      more: z.record(z.string(), z.unknown()),
    }),
  }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list), register: handoverStream(handOverOf(input.list)) }),
  decide: receiveList,
  step: true,
  remembers: 'intake',
});

/** `list.stage-rows`: some parts of the checked and matched rows, as they come. */
export const stageRowsCommand = command({
  name: 'list.stage-rows',
  says: 'Keep a stretch of the checked and matched rows of a list',
  schema: z.strictObject({ list, parts: z.array(part).min(1) }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: stageRows,
  step: true,
  remembers: 'intake',
});

/** `list.stage`: the checked and matched rows, sealed until a person has looked. */
export const stageListCommand = command({
  name: 'list.stage',
  says: 'Keep the checked and matched rows of a list for review',
  schema: z.strictObject({
    list,
    parts: z.array(part),
    questions: z.array(
      z.strictObject({
        line: count,
        code: inputs.code,
        column: inputs.code.optional(),
        case: inputs.id('case').optional(),
        due: inputs.date.optional(),
      }),
    ),
    counts,
  }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: stageList,
  step: true,
  remembers: 'intake',
});

/** `list.answer-question`: what we found out or the ward said, by whom and under which reference. */
export const answerQuestionCommand = command({
  name: 'list.answer-question',
  says: 'Write down the answer to a question about a list',
  schema: z.strictObject({
    list,
    line: count,
    code: inputs.code,
    column: inputs.code.optional(),
    answer: z.enum([
      'same-person',
      'different-person',
      'new-pregnancy',
      'same-pregnancy',
      'as-written',
      'print-as',
      'leave-out',
      'none-this-month',
      'follows',
      'answered',
    ]),
    value: inputs.words.optional(),
    by: inputs.code,
    ref: inputs.code,
  }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: answerQuestion,
  remembers: 'intake',
});

/** `list.commit`: a person lets the list into the ledger; the job goes on from here. */
export const approveListCommand = command({
  name: 'list.commit',
  says: 'Let a reviewed list into the ledger',
  schema: z.strictObject({ list }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: approveList,
  remembers: 'intake',
});

/** `list.discard`: sent back as a whole; the key of its rows is destroyed at once. */
export const discardListCommand = command({
  name: 'list.discard',
  says: 'Send a list back that was not let into the ledger',
  schema: z.strictObject({ list, reason: inputs.code }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: discardList,
  remembers: 'intake',
});

/** `list.state-no-change`: the ward says that nothing changed; by telephone only with call-back (design 4). */
export const stateNoChangeCommand = command({
  name: 'list.state-no-change',
  says: 'Enter the statement of the ward that nothing has changed',
  schema: z.strictObject({
    list,
    month: z.array(inputs.month),
    asOf: inputs.date,
    by: inputs.code,
    ref: inputs.code,
    method: z.enum(['telephone', 'in-person', 'courier']),
    calledBackAt: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+09:00$/)
      .transform((text) => text as Instant)
      .optional(),
  }),
  who: { allowed: TAKERS },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: stateNoChange,
  remembers: 'intake',
});

/** `list.close`: the closing fact of the intake job. */
export const closeListCommand = command({
  name: 'list.close',
  says: 'Close a list whose rows have all been carried into the ledger',
  schema: z.strictObject({
    list,
    opened: count,
    changed: count,
    unchanged: count,
    leftOut: count,
    refusedLines: z.array(count),
  }),
  who: { allowed: machine('system:intake') },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: closeList,
  remembers: 'intake',
});

/** `list.destroy-keys`: due 30 days after commit; nothing sealed under the key can be read afterwards. */
export const destroyListKeysCommand = command({
  name: 'list.destroy-keys',
  says: 'Destroy the key of the file and rows of a settled list',
  schema: z.strictObject({ list }),
  who: { allowed: [...machine('system:clock'), ...roles('responsible-manager')] },
  streams: (input) => ({ list: listStream(input.list) }),
  decide: destroyListKeys,
  remembers: 'retention',
});
