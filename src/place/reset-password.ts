import type { AccountId, RequestId } from '../domain/basics/ids.ts';
import type { Result } from '../domain/basics/result.ts';
import type { By } from '../gate/gate.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import { resetAccount } from '../gate/sign-in/reset-account.ts';
import type { Place } from './place.ts';
import { signInHouse } from './sign-in-house.ts';

/**
 * An approved reset where no desk is open yet: the first people of a place get their one-time passwords so. The door has
 * no site and no network here; nobody signs in by it.
 */
export async function resetPassword(
  place: Pick<Place, 'parts' | 'keys'>,
  by: By,
  wish: { readonly account: AccountId; readonly reset: RequestId },
): Promise<Result<{ readonly temporary: string }, GateRefusal>> {
  const house = await signInHouse(place, { site: { host: '', origin: '', name: '' }, networks: [] });
  return resetAccount(house, by, wish);
}
