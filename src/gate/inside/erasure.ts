import { z } from 'zod';
import type { ListId } from '../../domain/basics/ids.ts';
import type { ListState } from '../../domain/intake/list.ts';
import { completeErasure } from '../../domain/retention/complete-erasure.ts';
import type { ErasureState } from '../../domain/retention/erasure.ts';
import { orderErasure, type OrderErasure } from '../../domain/retention/order-erasure.ts';
import { erasureStream, listStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';

const ORDER = z.strictObject({
  erasure: inputs.id('erasure'),
  persons: z.array(inputs.id('person')).min(1),
  ref: inputs.code,
  witnesses: z.array(inputs.code),
  lists: z.array(inputs.id('list')),
});

const orderStreams = ({ erasure, lists }: OrderErasure) => ({
  erasure: erasureStream(erasure),
  ...Object.fromEntries(lists.map((list) => [list, listStream(list)])),
});

/** The row names as many lists as have a living key, so its states come by the ids of the lists. */
function stateByName(named: object, lists: readonly ListId[]): Parameters<typeof orderErasure>[0] {
  const states = named as { readonly erasure: ErasureState } & Readonly<Record<ListId, ListState>>;
  return {
    erasure: states.erasure,
    lists: new Map(lists.flatMap((list) => (states[list] ? [[list, states[list]] as const] : []))),
  };
}

/** `erasure.order`: persons are erased on the ward's consent, by two of us (PII-12-1 to 12-4). */
export const orderErasureCommand = command({
  name: 'erasure.order',
  says: 'Erase persons in every copy, on the consent of the ward',
  schema: ORDER,
  who: { allowed: roles('responsible-manager'), second: ['work-supervisor', 'access-approver'] },
  streams: orderStreams,
  decide: (state: object, input, context) => orderErasure(stateByName(state, input.lists), input, context),
  remembers: 'erasure',
});

/** `erasure.replay`: what the erasure register says is done again in a place that was just restored. */
export const replayErasureCommand = command({
  name: 'erasure.replay',
  says: 'Erase again, after a restore, the persons of the erasure register',
  schema: ORDER,
  who: { allowed: machine('system:restore') },
  streams: orderStreams,
  decide: (state: object, input, context) =>
    orderErasure(stateByName(state, input.lists), { ...input, unsettled: 'discard' }, context),
  remembers: 'erasure',
});

/** `erasure.complete`: both places have confirmed that the old key is destroyed; the certificate is written. */
export const completeErasureCommand = command({
  name: 'erasure.complete',
  says: 'Write down that an erasure has reached every copy, with its certificate',
  schema: z.strictObject({
    erasure: inputs.id('erasure'),
    epoch: z.int().positive(),
    certificate: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  who: { allowed: machine('system:erasure') },
  streams: ({ erasure }) => ({ erasure: erasureStream(erasure) }),
  decide: completeErasure,
  remembers: 'erasure',
});
