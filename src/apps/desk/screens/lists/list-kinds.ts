import { hasSubject } from '../../../../domain/rules-of.ts';
import type { IntakeWish } from '../../../../exchange/intake/intake.ts';
import type { Asking } from '../../asking.ts';

/** The kinds of lists that this programme takes in. */
export function listKinds({ desk }: Pick<Asking, 'desk'>): readonly IntakeWish['kind'][] {
  return hasSubject(desk.house.parts.rules, 'members')
    ? ['targets', 'attendance', 'changes']
    : ['targets', 'follow-up', 'changes'];
}
