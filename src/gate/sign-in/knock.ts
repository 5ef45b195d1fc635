import { networkOf, type NetworkClass } from '../../domain/access/network-rule.ts';
import type { SignInRefusal } from '../../domain/access/sign-in-refusals.ts';
import type { DeviceId } from '../../domain/basics/ids.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { deviceIdOf } from '../../security/device-key.ts';
import { isDeviceRegistered } from '../../store/sign-in/account.ts';
import type { Knock, SignInHouse } from './house.ts';
import { remember } from './remember.ts';

/**
 * SEC-15-1: an allowed network and a registered terminal come before everything else. What is tried from elsewhere is
 * remembered and counts against nobody, so that nobody can lock out a colleague from outside.
 */
export async function knockAt(
  house: SignInHouse,
  { deviceKey, address }: Knock,
): Promise<Result<{ readonly network: NetworkClass; readonly device: DeviceId }, SignInRefusal>> {
  const { single } = house.parts.database;
  const device = deviceKey === undefined ? undefined : deviceIdOf(deviceKey);
  const deny = async (refusal: SignInRefusal) => {
    await remember(house, single, [
      { row: 'session.begin', word: 'denied', device, reason: refusal.refused },
    ]);
    return err(refusal);
  };
  const network = networkOf(address, house.networks);
  if (!network) return deny({ refused: 'network-not-allowed' });
  if (!device) return deny({ refused: 'device-unknown' });
  if (!(await isDeviceRegistered(single, device))) return deny({ refused: 'device-unknown', device });
  return ok({ network, device });
}
