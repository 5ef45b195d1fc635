import { isRange, type NetworkClass } from '../domain/access/network-rule.ts';
import type { SignInHouse } from '../gate/sign-in/house.ts';
import type { Site } from '../security/passkey.ts';
import { passwordHashing } from '../security/password-hash.ts';
import { newSecretKey } from '../security/programme-key.ts';
import { isListedPassword } from './listed-password.ts';
import type { Place } from './place.ts';

/** What the operator of the house says about the door of the desk. */
export type DoorSettings = {
  readonly site: Site;
  /** The allow-list, by role (SEC-15-1). Nobody signs in from elsewhere. */
  readonly networks: readonly NetworkClass[];
  /** A file of leaked or common passwords. */
  readonly listedPasswords?: string;
};

/** In the key folder: made once, in no backup. With another one every session is over. */
const DOOR_SECRET = 'desk-secret';

/** The door of the desk of an open place. A wrong range stops it: an allow-list that says less than was meant is worse. */
export async function signInHouse(
  place: Pick<Place, 'parts' | 'keys'>,
  { site, networks, listedPasswords }: DoorSettings,
): Promise<SignInHouse> {
  const wrong = networks.flatMap(({ ranges }) => ranges).find((range) => !isRange(range));
  if (wrong !== undefined) throw new Error(`The allow-list of networks holds what is no range: ${wrong}`);
  const { here } = place.keys;
  const secret = (await here.read(DOOR_SECRET)) ?? (await here.writeOnce(DOOR_SECRET, newSecretKey()));
  return {
    parts: place.parts,
    secret,
    networks,
    site,
    hashing: passwordHashing(),
    isListed: (password) =>
      listedPasswords === undefined ? Promise.resolve(false) : isListedPassword(listedPasswords, password),
  };
}
