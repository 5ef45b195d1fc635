import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { OfficeState } from './office.ts';

/** A deputy becomes the responsible manager, and the manager her deputy. */
export type ChangeManager = {
  readonly to: AccountId;
  /** The written notice of the change, handed in to the ward before (PII-3-2). */
  readonly ref: string;
  readonly submittedOn: CivilDate;
};

export type NotADeputy = RefusalOf<'not-a-deputy', { account: AccountId }>;
export type ChangeManagerRefusal = NotADeputy | RefusalOf<'change-before-notice', { submittedOn: CivilDate }>;

/** There is exactly one responsible manager before and after (CHI-6.1-1). */
export function changeManager(
  state: { readonly office: OfficeState },
  { to, ref, submittedOn }: ChangeManager,
  { today }: Context,
): Decision | ChangeManagerRefusal {
  const deputy = state.office.managers.deputies.find((one) => one.account === to && one.until >= today);
  if (!deputy) return { refused: 'not-a-deputy', account: to };
  if (submittedOn >= today) return { refused: 'change-before-notice', submittedOn };
  return { facts: [{ type: 'manager.appointed', manager: to, as: 'manager', until: deputy.until, ref }] };
}
