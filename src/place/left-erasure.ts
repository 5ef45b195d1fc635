import type { ErasureId } from '../domain/basics/ids.ts';
import type { Instant } from '../domain/basics/instant.ts';

/** An erasure that could not be brought to its end yet: her data is deleted here, older copies can still be read. */
export type LeftErasure = {
  readonly erasure: ErasureId;
  readonly orderedAt: Instant;
  readonly why: 'second-place-missing' | 'somebody-else-is-at-it';
};
