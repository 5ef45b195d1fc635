import { projection } from '../projection.ts';

/** One row a terminal that is or was registered (SEC-15-1). */
export const deviceProjection = projection({
  name: 'device',
  of: 'device',
  columns: { device: 'text', register: 'text', state: 'text', registered_on: 'text' },
  rows: ({ state, register, registeredOn }, id) =>
    state === 'unknown'
      ? []
      : [{ device: id, register: register ?? null, state, registered_on: registeredOn ?? null }],
});
