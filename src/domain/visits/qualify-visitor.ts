import type { AccountState } from '../access/account.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type QualifyVisitor = {
  readonly account: AccountId;
  readonly licence: string;
  /** Registration number on the licence: to the vault. */
  readonly number: string;
  readonly checkedOn: CivilDate;
};

export type QualifyVisitorRefusal =
  | RefusalOf<'no-such-account'>
  | RefusalOf<'licence-not-accepted', { licence: string }>
  | RefusalOf<'day-to-come', { date: CivilDate }>;

/** Somebody saw a licence that makes a visitor (CHI-6.2-1; a midwife shows her nurse's licence, AMB-08). */
export function qualifyVisitor(
  state: { readonly account: AccountState },
  { account, licence, number, checkedOn }: QualifyVisitor,
  { rules, today }: Context,
): Decision | QualifyVisitorRefusal {
  if (!state.account.open) return { refused: 'no-such-account' };
  if (!rules.visits.licences.includes(licence)) return { refused: 'licence-not-accepted', licence };
  if (checkedOn > today) return { refused: 'day-to-come', date: checkedOn };
  return {
    facts: [{ type: 'visitor.qualified', account, licence, checkedOn }],
    keep: [{ of: account, section: 'staff', item: `licence/${licence}`, value: { licenceNumber: number } }],
  };
}
