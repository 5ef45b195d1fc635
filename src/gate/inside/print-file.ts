import { z } from 'zod';
import {
  destroyPrintFile,
  keepPrintFile,
  takePrintFile,
  type AgainReason,
} from '../../domain/mailings/print-file.ts';
import { batchStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { piecesOfBatch } from '../../store/questions/mailing.ts';
import { filedCopies, printFilesOf } from '../../store/questions/print-files.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const AGAIN = ['printer-failed', 'file-lost'] as const satisfies readonly AgainReason[];
const count = z.int().min(1).max(100_000);
const ofBatch = z.strictObject({ batch: inputs.id('batch') });
const ofFile = { batch: inputs.id('batch'), file: count };

export const keepPrintFileCommand = command({
  name: 'batch.keep-file',
  says: 'Keep the pages of printed copies under a key of their own until they are handed out',
  leavesHouse: true,
  schema: z.strictObject({
    ...ofFile,
    copies: z.array(z.strictObject({ piece: inputs.id('piece'), copy: count })).min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    parts: z.array(z.strictObject({ part: z.int().min(0), base64: z.base64() })).min(1),
  }),
  who: { allowed: machine('system:print') },
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: keepPrintFile,
  remembers: 'print',
});

export const takePrintFileCommand = command({
  name: 'batch.take-file',
  says: 'Take a print file that nobody has taken yet',
  leavesHouse: true,
  schema: z.strictObject(ofFile),
  who: { allowed: roles('mailing-clerk', 'responsible-manager') },
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: takePrintFile,
  remembers: 'print',
});

export const takePrintFileAgain = command({
  name: 'batch.take-file-again',
  says: 'Take a print file again, for a reason: the printer failed or the file was lost',
  leavesHouse: true,
  schema: z.strictObject({ ...ofFile, again: z.enum(AGAIN) }),
  who: { allowed: roles('responsible-manager') },
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: takePrintFile,
  remembers: 'print',
});

export const destroyPrintFileCommand = command({
  name: 'batch.destroy-file',
  says: 'Destroy the key of a print file on its date',
  schema: z.strictObject(ofFile),
  who: { allowed: [...machine('system:clock'), ...roles('responsible-manager')] },
  streams: (input) => ({ batch: batchStream(input.batch) }),
  decide: destroyPrintFile,
  remembers: 'retention',
});

/** A print file of a batch from its making to the end of its key (design 1, "Files"). */
export const printFileCommands: readonly Command[] = [
  keepPrintFileCommand,
  takePrintFileCommand,
  takePrintFileAgain,
  destroyPrintFileCommand,
];

/** Which files a batch has and which printed copies are in none yet. Names nobody. */
export const showPrintFiles = question({
  name: 'batch.files',
  says: 'Show the print files of a batch: made, taken, destroyed',
  schema: ofBatch,
  who: { allowed: [...machine('system:print'), ...roles('mailing-clerk', 'responsible-manager')] },
  reading: 'none',
  opens: [],
  purpose: 'print',
  find: async ({ reader }, { batch }) => [
    { files: await printFilesOf(reader, batch), filed: await filedCopies(reader, batch) },
  ],
  show: ([row]) => row ?? { files: [], filed: [] },
});

/** The pages themselves. Recorded as an export of everybody whose letter is in the batch, before the first page leaves. */
const pages = question({
  name: 'letters.file',
  says: 'Open the pages of a print file that was taken',
  schema: z.strictObject(ofFile),
  who: { allowed: machine('system:print') },
  reading: 'exported',
  opens: [],
  purpose: 'print',
  find: async ({ reader, printed }, { batch, file }) => {
    const taken = (await printFilesOf(reader, batch)).some((one) => one.file === file && one.taken > 0);
    if (!taken) return [];
    const parts = await printed(batch, file);
    return (await piecesOfBatch(reader, batch)).map((row) => ({ ...row, parts }));
  },
  show: ([first]) => first?.parts ?? [],
});

/** What is asked about print files. */
export const printFileQuestions: readonly Question[] = [showPrintFiles, pages];
