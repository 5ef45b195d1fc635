import { z } from 'zod';
import { confirmAfterRestore } from '../../domain/place/confirm-after-restore.ts';
import { placeStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { findPlaceState } from '../../store/questions/place.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';

/** `place.initialise`: the first fact of a place, written by `init` only. */
export const initialisePlace = command({
  name: 'place.initialise',
  says: 'Write down that this place was made, for which programme, and whether for trying out',
  schema: z.strictObject({ programme: z.string(), tryout: z.boolean() }),
  who: { allowed: machine('system:init') },
  streams: () => ({ place: placeStream() }),
  decide: (_state, { programme, tryout }) => ({ facts: [{ type: 'place.initialised', programme, tryout }] }),
  remembers: 'operation',
});

/** `place.confirm-after-restore`: two persons have entered what left the house since the restored generation. */
export const confirmAfterRestoreCommand = command({
  name: 'place.confirm-after-restore',
  says: 'Confirm, by two persons, that everything that left the house since the restored generation is entered',
  schema: z.strictObject({ ref: inputs.code }),
  who: { allowed: roles('responsible-manager'), second: ['work-supervisor', 'operator', 'mailing-clerk'] },
  streams: () => ({ place: placeStream() }),
  decide: confirmAfterRestore,
  remembers: 'operation',
});

/** `place.state`: the newest generation, and whether a restore still waits for a person's word. */
export const showPlaceState = question({
  name: 'place.state',
  says: 'Show the newest generation and whether the place is still silent after a restore',
  schema: z.strictObject({}),
  who: {
    allowed: [
      ...roles('responsible-manager', 'work-supervisor', 'mailing-clerk', 'administrator', 'auditor'),
      ...machine('system:clock', 'system:backup'),
    ],
  },
  reading: 'none',
  opens: [],
  purpose: 'operation',
  find: ({ reader }) => findPlaceState(reader),
  show: (rows) => rows[0] ?? null,
});
