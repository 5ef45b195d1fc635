import type { Paper } from '../paper.ts';

/** Who gives papers to whom, as the contract says it. */
export type Office = {
  /** 千代田区長 様. */
  readonly ward: string;
  /** 件名 and 契約番号 of the contract. */
  readonly contract: { readonly name: string; readonly number: string };
  /** The contractor as he signs: company, address, function and name. */
  readonly from: readonly string[];
  /** The section that works, on papers that stay in the house and on the sender's side of a posting slip. */
  readonly section: { readonly name: string; readonly address: string; readonly phone: string };
  /** 振込先 (CHI-10-1). */
  readonly bank: readonly (readonly [label: string, value: string])[];
};

/** The head of a paper to the ward: to whom, from whom, and which contract it is about. */
export function toWard(
  office: Office,
  more: Paper['about'] = [],
): Pick<Paper, 'to' | 'from'> & { readonly about: Paper['about'] } {
  return {
    to: office.ward,
    from: office.from,
    about: [['件名', office.contract.name], ['契約番号', office.contract.number], ...more],
  };
}
