import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseState } from '../case.ts';
import type { PieceKind } from '../facts/mailing.ts';
import { subjectOf } from '../rules-of.ts';
import type { Rules } from '../rules.ts';
import type { MemberRules, MessageGroup } from './member-rules.ts';

/** Why a member gets no card. Nothing of it says anything of health but `attended`, which the ward itself told. */
export type NoCardWhy =
  | 'not-grouped'
  | 'control-group'
  | 'proof-not-approved'
  | 'attended'
  | 'under-way'
  | 'cap-used';

export type NextCard =
  | { readonly next: 'notice'; readonly from: CivilDate; readonly until: CivilDate }
  | { readonly next: 'none'; readonly why: NoCardWhy };

/** The kind of piece under which a card runs through the mailing room: it is this programme's notice (SCR-A-4). */
export const CARD_KIND = 'notice' satisfies PieceKind;

/**
 * The card that a member is to get: one, by the group, within the contract (SCR-A-4, SCR-A-16), and none once the
 * person attended. The control group gets nothing. A card whose proof the ward has not approved is not even planned
 * (SCR-A-7).
 */
export function nextCard({ member, mail }: CaseState, rules: Rules): NextCard {
  const { group, attended } = member;
  if (!group) return none('not-grouped');
  const found = groupOf(group.group, subjectOf(rules, 'members'));
  if (found?.card === undefined) return none('control-group');
  if (attended) return none('attended');
  if (!rules.mailing.templates[CARD_KIND].includes(found.card)) return none('proof-not-approved');
  const inHand = mail.pieces.some(({ status }) => status === 'planned' || status === 'printed');
  if (inHand) return none('under-way');
  if (
    mail.pieces.some(
      ({ status, reason }) => status !== 'dropped' && !(status === 'voided' && reason !== 'pulled'),
    )
  ) {
    return none('cap-used');
  }
  return { next: CARD_KIND, from: group.on, until: rules.contract.to };
}

/** The card of the member's group; nothing where the case is no member's. */
export function cardOf({ member }: CaseState, rules: Rules): string | undefined {
  return member.group && groupOf(member.group.group, subjectOf(rules, 'members'))?.card;
}

export function groupOf(code: string, { groups }: MemberRules): MessageGroup | undefined {
  for (const segment of groups.segments) {
    const found = segment.groups.find(({ group }) => group === code);
    if (found) return found;
  }
  return undefined;
}

function none(why: NoCardWhy): NextCard {
  return { next: 'none', why };
}
