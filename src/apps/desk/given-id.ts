import type { Given } from './asking.ts';
import { NotHere } from './not-here.ts';

/** An id of ours out of an address: `givenId(params, 'case')`, or under another name than its prefix. What is none is no page. */
export function givenId<const Prefix extends string>(
  given: Given,
  prefix: Prefix,
  name: string = prefix,
): `${Prefix}_${string}` {
  const value = given[name];
  if (!isId(value, prefix)) throw new NotHere();
  return value;
}

function isId<const Prefix extends string>(
  value: string | undefined,
  prefix: Prefix,
): value is `${Prefix}_${string}` {
  return value !== undefined && new RegExp(`^${prefix}_[a-z0-9-]{1,64}$`).test(value);
}
