import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, PersonId } from '../basics/ids.ts';
import type { Candidate } from './match.ts';

/** Whose case a row of the changes or follow-up list means. */
export type ChangeMatch =
  | { readonly fits: true; readonly person: PersonId; readonly case: CaseId }
  | {
      readonly fits: false;
      readonly doubt: 'change-identity-differs' | 'change-not-found';
      /** All outgoing of these is held until a person has looked (ward's lists, changes). */
      readonly hold: readonly CaseId[];
    };

/**
 * Number, reading and birth date must fit together; if not, nothing happens but that the outgoing of every case that
 * could be meant is held: a letter too late is mended, a letter after a loss is not (AMB-38).
 */
export function matchChange(
  row: { readonly kana: string | undefined; readonly birthDate: CivilDate | undefined },
  candidates: readonly Candidate[],
): ChangeMatch {
  const readable = row.kana !== undefined && row.birthDate !== undefined;
  const fitting = candidates.filter(
    ({ agrees, cases }) =>
      cases.length > 0 && ['reference', 'kana', 'birthDate'].every((key) => agrees.includes(key as never)),
  );
  const [her, another] = fitting;
  const last = her?.cases.at(-1);
  if (readable && her && last && !another) return { fits: true, person: her.person, case: last.case };
  const hold = candidates.flatMap(({ cases }) => cases.at(-1)?.case ?? []);
  const known = candidates.some(({ agrees }) => agrees.includes('reference'));
  return { fits: false, doubt: known ? 'change-identity-differs' : 'change-not-found', hold };
}
