import type { AccountId } from '../basics/ids.ts';
import type { CivilDate } from '../basics/civil-date.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { ManagerFact } from '../facts/governance.ts';
import type { RecordedFact } from '../facts.ts';

type Held = { readonly account: AccountId; readonly until: CivilDate };

/** The one responsible manager, her deputies in order, and the deputy who stands in now (CHI-6.1-1, AMB-54). */
export type Managers = {
  readonly manager?: Held;
  readonly deputies: readonly Held[];
  readonly standIn?: Held;
};

export const noManagers: Managers = { deputies: [] };

export function evolveManagers(state: Managers, fact: RecordedFact): Managers {
  switch (fact.type) {
    case 'manager.appointed': {
      const named = { account: fact.manager, until: fact.until };
      const rest = without(state, fact.manager);
      if (fact.as === 'deputy') return { ...rest, deputies: [...rest.deputies, named] };
      const former = rest.manager ? [rest.manager] : [];
      return { ...rest, manager: named, deputies: [...former, ...rest.deputies] };
    }
    case 'manager.relieved':
      return without(state, fact.manager);
    case 'manager.stood-in':
      return { ...state, standIn: { account: fact.manager, until: fact.until } };
    case 'manager.returned':
      return withoutStandIn(state);
    default:
      return state;
  }
}

/** Removing the last responsible manager is refused: there is nobody who could follow (CHI-6.1-1). */
export type LastManager = RefusalOf<'last-responsible-manager', { account: AccountId }>;

/** What being granted the role makes of a person: the manager when there is none, else a deputy. */
export function appoint(
  managers: Managers,
  account: AccountId,
  until: CivilDate,
  today: CivilDate,
): readonly ManagerFact[] {
  const { manager } = managers;
  const isFree = !manager || manager.until < today || manager.account === account;
  return [{ type: 'manager.appointed', manager: account, as: isFree ? 'manager' : 'deputy', until }];
}

/**
 * What losing the role makes of the office: a deputy just goes; for the manager her first deputy whose right is in force
 * follows at once, so that there is exactly one at any moment.
 */
export function relieve(
  managers: Managers,
  account: AccountId,
  today: CivilDate,
): readonly ManagerFact[] | LastManager {
  if (managers.manager?.account !== account) {
    const isDeputy = managers.deputies.some((deputy) => deputy.account === account);
    return isDeputy ? [{ type: 'manager.relieved', manager: account }] : [];
  }
  const next = managers.deputies.find((deputy) => deputy.until >= today);
  if (!next) return { refused: 'last-responsible-manager', account };
  return [
    { type: 'manager.relieved', manager: account },
    { type: 'manager.appointed', manager: next.account, as: 'manager', until: next.until },
  ];
}

function without(state: Managers, account: AccountId): Managers {
  const { manager, standIn, deputies } = state;
  return {
    ...(manager && manager.account !== account ? { manager } : {}),
    ...(standIn && standIn.account !== account ? { standIn } : {}),
    deputies: deputies.filter((deputy) => deputy.account !== account),
  };
}

function withoutStandIn({ manager, deputies }: Managers): Managers {
  return { ...(manager ? { manager } : {}), deputies };
}
