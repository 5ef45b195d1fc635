import { z } from 'zod';
import { placeStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';

const GENERATION = z.string().regex(/^\d{4}-\d{2}-\d{2}-\d{1,3}$/);
const COUNTED = z.strictObject({
  generation: GENERATION,
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  facts: z.int().nonnegative(),
});
const COURIER = { chapter: z.int().min(1).optional(), inward: z.int().min(0).optional() };
const BACKUP = { allowed: [...roles('administrator'), ...machine('system:backup')] };

/** `backup.record`: a generation is complete, read back, and stands in both places (SEC-12-2, SEC-12-4). */
export const recordBackup = command({
  name: 'backup.record',
  says: 'Write down that a generation was made, proved, and copied to the second place',
  schema: COUNTED.extend(COURIER),
  who: BACKUP,
  streams: () => ({ place: placeStream() }),
  decide: (_state, { chapter, inward, ...input }) => ({
    facts: [
      {
        type: 'backup.made',
        ...input,
        ...(chapter === undefined || inward === undefined ? {} : { chapter, inward }),
      },
    ],
  }),
  remembers: 'operation',
});

/** `backup.record-failure`: there is no new generation, and why (SEC-13-2). */
export const recordBackupFailure = command({
  name: 'backup.record-failure',
  says: 'Write down that no generation could be made, and why',
  schema: z.strictObject({ generation: GENERATION, reason: inputs.code }),
  who: BACKUP,
  streams: () => ({ place: placeStream() }),
  decide: (_state, input) => ({ facts: [{ type: 'backup.failed', ...input }] }),
  remembers: 'operation',
});

/** `backup.record-removal`: an older generation was removed, because seven newer days stand (SEC-12-2). */
export const recordBackupRemoval = command({
  name: 'backup.record-removal',
  says: 'Write down that a generation was removed because seven newer ones stand',
  schema: z.strictObject({ generation: GENERATION }),
  who: BACKUP,
  streams: () => ({ place: placeStream() }),
  decide: (_state, input) => ({ facts: [{ type: 'backup.removed', ...input }] }),
  remembers: 'operation',
});

/** `backup.record-restore`: this place was made again from a generation; from now on it is silent (SEC-12-3). */
export const recordRestore = command({
  name: 'backup.record-restore',
  says: 'Write down that this place was made again from a generation',
  schema: COUNTED,
  who: { allowed: machine('system:restore') },
  streams: () => ({ place: placeStream() }),
  decide: (_state, input) => ({ facts: [{ type: 'backup.restored', ...input }] }),
  remembers: 'operation',
});
