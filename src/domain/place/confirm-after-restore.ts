import type { RefusalOf } from '../basics/refusal.ts';
import type { Decision } from '../decision.ts';
import { isAfterRestore, type PlaceState } from './place-state.ts';

/** Two persons say that everything that left the house since the restored generation is entered again. */
export type ConfirmAfterRestore = {
  /** Where the comparison with post receipts, mail logs and numbers is kept. */
  readonly ref: string;
};

export type ConfirmAfterRestoreRefusal = RefusalOf<'nothing-restored'>;

/** SEC-12-3: ends the silence after a restore. The gate asks for the second person. */
export function confirmAfterRestore(
  state: { readonly place: PlaceState },
  command: ConfirmAfterRestore,
): Decision | ConfirmAfterRestoreRefusal {
  const generation = state.place.awaitsAfterRestore;
  if (!isAfterRestore(state.place) || generation === undefined) return { refused: 'nothing-restored' };
  return { facts: [{ type: 'place.after-restore-confirmed', generation, ref: command.ref }] };
}
