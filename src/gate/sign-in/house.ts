import type { NetworkClass } from '../../domain/access/network-rule.ts';
import type { PasswordHashing } from '../../security/password-hash.ts';
import type { Site } from '../../security/passkey.ts';
import type { GateParts } from '../gate.ts';

/** What the door of the desk stands on: the gate of the place, and what the operator of the house has set. */
export type SignInHouse = {
  readonly parts: GateParts;
  /** 32 bytes of the key folder, under which cookies and counters are hashed. */
  readonly secret: Uint8Array;
  readonly networks: readonly NetworkClass[];
  /** Whether a password stands in the operator's file of leaked or common ones. */
  readonly isListed: (password: string) => Promise<boolean>;
  readonly hashing: PasswordHashing;
  readonly site: Site;
};

/** Who knocks: the key of the terminal out of its cookie, and the address the connection comes from. */
export type Knock = { readonly deviceKey: string | undefined; readonly address: string };

/** The same with the cookie of a session. */
export type Ticket = Knock & { readonly cookie: string };
