import type { CaseId, InquiryId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Caller, IdentityLevel } from '../facts/contact.ts';
import type { InquiryState } from './inquiry.ts';

export type IdentityPoint = 'name' | 'birth-date' | 'address';

/**
 * She said these points herself and they agreed with the list; or the form was sent with the code of her letter and her
 * birthday (`code`), or with the code alone (`letter`).
 */
export type IdentifyCaller = {
  readonly inquiry: InquiryId;
  readonly case: CaseId;
  readonly points: readonly IdentityPoint[];
  readonly by: 'points' | 'code' | 'letter';
  /** Who speaks; herself unless told. */
  readonly caller?: Caller | undefined;
};

export type IdentifyCallerRefusal =
  | RefusalOf<'no-such-inquiry'>
  | RefusalOf<'inquiry-closed'>
  | RefusalOf<'no-such-case'>
  | RefusalOf<'inquiry-of-another-case'>
  | RefusalOf<'nothing-agreed'>;

/**
 * Whose case a caller speaks of, and how far she is identified (domain.md 8). A code counts two points: whoever holds the
 * letter knows name and birthday, and gets no further (design 2); a letter alone is the name. What she said moves to her case. `known`: `inquiry.*`.
 */
export function identifyCaller(
  state: { readonly inquiry: InquiryState; readonly case: CaseState },
  { inquiry, case: id, points, by, caller = 'herself' }: IdentifyCaller,
  { known }: Context,
): Decision | IdentifyCallerRefusal {
  const { opened, closed, case: before, person } = state.inquiry;
  if (!opened) return { refused: 'no-such-inquiry' };
  if (closed) return { refused: 'inquiry-closed' };
  if (!state.case.standing.opened) return { refused: 'no-such-case' };
  if (before && before !== id) return { refused: 'inquiry-of-another-case' };
  const agreed = new Set(points).size;
  if (by === 'points' && agreed === 0) return { refused: 'nothing-agreed' };
  const level = (by === 'code' ? 2 : by === 'letter' ? 1 : agreed) as IdentityLevel;
  const facts = [
    {
      type: 'inquiry.identified',
      inquiry,
      case: id,
      level,
      by,
      ...(caller === 'herself' ? {} : { caller }),
    },
  ] as const;
  if (!person) return { facts };
  const said = Object.entries(known).map(([name, value]) => [name.slice('inquiry.'.length), value]);
  return {
    facts,
    keep: [{ of: id, section: 'inquiry', item: inquiry, value: Object.fromEntries(said) }],
    forget: [person],
  };
}
