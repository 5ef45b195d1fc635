import { networkOf } from '../../domain/access/network-rule.ts';
import type { DeviceId } from '../../domain/basics/ids.ts';
import { deviceIdOf, newDeviceKey } from '../../security/device-key.ts';
import { deviceState } from '../../store/sign-in/account.ts';
import type { Knock, SignInHouse } from './house.ts';

/**
 * The terminal of somebody who comes to the door. `fresh`: the key to put into its browser, for it has none, or one that
 * was withdrawn for good.
 */
export type Terminal =
  | { readonly is: 'not-allowed' }
  | { readonly is: 'registered'; readonly device: DeviceId }
  | { readonly is: 'unknown'; readonly device: DeviceId; readonly fresh: string | undefined };

/** Before anything is typed: whether somebody could sign in here at all (SEC-15-1). Nothing is kept and nothing counted. */
export async function terminalOf(house: SignInHouse, { deviceKey, address }: Knock): Promise<Terminal> {
  if (!networkOf(address, house.networks)) return { is: 'not-allowed' };
  const device = deviceKey === undefined ? undefined : deviceIdOf(deviceKey);
  const state = device && (await deviceState(house.parts.database.single, device));
  if (device && state === 'registered') return { is: 'registered', device };
  if (device && state === undefined) return { is: 'unknown', device, fresh: undefined };
  const fresh = newDeviceKey();
  const made = deviceIdOf(fresh);
  if (!made) throw new Error('A new key of a terminal is not one of ours');
  return { is: 'unknown', device: made, fresh };
}
