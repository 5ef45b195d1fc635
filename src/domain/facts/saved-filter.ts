import type { AccountId, FilterId } from '../basics/ids.ts';

/** What somebody keeps for herself above the lists of the desk. How she calls it lies in the vault. */
export type SavedFilterFact =
  | {
      readonly type: 'account.filter-saved';
      readonly account: AccountId;
      readonly filter: FilterId;
      /** The page of the list by the pattern of its address, such as `/cases`. */
      readonly page: string;
      /** The codes of the address that narrow it down, such as `state=open&stop=move`: never a word about a person. */
      readonly codes: string;
    }
  | { readonly type: 'account.filter-dropped'; readonly account: AccountId; readonly filter: FilterId };
