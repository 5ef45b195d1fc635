import type { Fields } from '../question.ts';

/**
 * What was opened of a woman without any place. Under protection (支援措置) her address stands on no page, sheet or list
 * (AMB-56, domain.md 8): mail goes where the ward says, and whoever must know where she is asks the ward.
 */
export function withoutPlace(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !/^(.*-)?address\./.test(name)));
}
