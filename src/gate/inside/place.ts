import { z } from 'zod';
import { bookStream } from '../../domain/streams.ts';
import { machine } from '../../security/access.ts';
import { command } from '../command.ts';

/** `place.initialise`: the first fact of a place, written by `init` only. */
export const initialisePlace = command({
  name: 'place.initialise',
  says: 'Write down that this place was made, for which programme, and whether for trying out',
  schema: z.strictObject({ programme: z.string(), tryout: z.boolean() }),
  who: { allowed: machine('system:init') },
  streams: () => ({ place: bookStream('place') }),
  decide: (_state, { programme, tryout }) => ({ facts: [{ type: 'place.initialised', programme, tryout }] }),
  remembers: 'operation',
});
