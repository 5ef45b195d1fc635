import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { NotADeputy } from './change-manager.ts';
import type { OfficeState } from './office.ts';

/** A deputy acts for the responsible manager until a day; without `until` she stops. */
export type StandIn = { readonly deputy: AccountId; readonly until?: CivilDate };

export type StandInRefusal =
  | NotADeputy
  | RefusalOf<'not-for-oneself'>
  | RefusalOf<'stand-in-without-future', { until: CivilDate }>
  | RefusalOf<'nobody-stands-in'>;

/** AMB-54: the ward's background is open to a deputy only while acting, and nobody begins to act on her own word. */
export function standIn(
  state: { readonly office: OfficeState },
  { deputy, until }: StandIn,
  { actor, today }: Context,
): Decision | StandInRefusal {
  const { managers } = state.office;
  if (until === undefined) {
    if (managers.standIn?.account !== deputy) return { refused: 'nobody-stands-in' };
    return { facts: [{ type: 'manager.returned', manager: deputy }] };
  }
  if (actor === deputy) return { refused: 'not-for-oneself' };
  if (!managers.deputies.some((one) => one.account === deputy && one.until >= today)) {
    return { refused: 'not-a-deputy', account: deputy };
  }
  if (until < today) return { refused: 'stand-in-without-future', until };
  return { facts: [{ type: 'manager.stood-in', manager: deputy, until }] };
}
