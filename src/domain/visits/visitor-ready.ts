import type { AccountState } from '../access/account.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { VisitRules } from './visit-rules.ts';
import type { Visitor } from './visitor.ts';

/** What a person still lacks to be given a visit on a day: `role`, `licence`, or topics of the training. */
export function lackingFor(account: AccountState, on: CivilDate, rules: VisitRules): readonly string[] {
  const may = !account.disabled && account.grants.some((g) => g.role === 'visitor' && g.until >= on);
  return [...(may ? [] : ['role']), ...lacksOf(account.visitor, rules)];
}

/** What she lacks as a visitor, whatever her rights: `licence`, or topics of the training. */
export function lacksOf(visitor: Visitor, rules: VisitRules): readonly string[] {
  const qualified = visitor.licences.some((licence) => rules.licences.includes(licence));
  return [
    ...(qualified ? [] : ['licence']),
    ...rules.trainingTopics.filter((topic) => !visitor.trained.includes(topic)),
  ];
}
