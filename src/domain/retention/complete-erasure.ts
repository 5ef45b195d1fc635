import type { ErasureId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import type { ErasureState } from './erasure.ts';

/** Said by the machine of the place once both places have confirmed that the old key is destroyed. */
export type CompleteErasure = {
  readonly erasure: ErasureId;
  /** The first epoch in which the persons never had a key. */
  readonly epoch: number;
  /** SHA-256 of the certificate. */
  readonly certificate: string;
};

export type CompleteErasureRefusal =
  | RefusalOf<'erasure-not-ordered', { erasure: ErasureId }>
  | RefusalOf<'erasure-complete', { erasure: ErasureId }>;

/** PII-12-4: no older copy can show the persons any more. */
export function completeErasure(
  state: { readonly erasure: ErasureState },
  command: CompleteErasure,
): Decision | CompleteErasureRefusal {
  const { erasure, epoch, certificate } = command;
  const { order, completed } = state.erasure;
  if (!order) return { refused: 'erasure-not-ordered', erasure };
  if (completed) return { refused: 'erasure-complete', erasure };
  return {
    facts: [{ type: 'erasure.completed', erasure, persons: order.erased.length, epoch, certificate }],
  };
}
