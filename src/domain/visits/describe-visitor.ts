import type { AccountState } from '../access/account.ts';
import type { AccountId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';

export type DescribeVisitor = {
  readonly account: AccountId;
  /** Codes of languages beside Japanese (`en`, `zh`), and beginnings of postcodes (`102`, `1020074`). */
  readonly languages: readonly string[];
  readonly areas: readonly string[];
};

export type DescribeVisitorRefusal =
  | RefusalOf<'no-such-account'>
  | RefusalOf<'not-an-area', { area: string }>
  | RefusalOf<'not-a-language', { language: string }>;

/** What a visitor speaks and where she knows her way: her visits are suggested by it (CHI-8.3-13, 6.2-2). */
export function describeVisitor(
  state: { readonly account: AccountState },
  { account, languages, areas }: DescribeVisitor,
  _context: Context,
): Decision | DescribeVisitorRefusal {
  if (!state.account.open) return { refused: 'no-such-account' };
  const area = areas.find((one) => !/^\d{1,7}$/.test(one));
  if (area !== undefined) return { refused: 'not-an-area', area };
  const language = languages.find((one) => !/^[a-z]{2,3}$/.test(one));
  if (language !== undefined) return { refused: 'not-a-language', language };
  return {
    facts: [
      {
        type: 'visitor.described',
        account,
        languages: [...new Set(languages)].toSorted(),
        areas: [...new Set(areas)].toSorted(),
      },
    ],
  };
}
