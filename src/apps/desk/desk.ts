import type { SignInHouse } from '../../gate/sign-in/house.ts';
import type { Programme } from '../../programmes/programme.ts';
import type { DeskAssets } from './assets.ts';

/** All that a screen may reach. The gate of the place stands in `house.parts`; nothing goes past it. */
export type Desk = {
  /** The door: sessions, passwords, second factors. */
  readonly house: SignInHouse;
  readonly programme: Programme;
  readonly assets: DeskAssets;
  /** Marked 見本 on every screen. */
  readonly tryout: boolean;
  /** Scheme, host and port under which the staff see the desk; what another page sends is refused. */
  readonly origin: string;
  /** So many bytes of chance, for masks and marks of single sending. */
  readonly chance: (bytes: number) => Uint8Array;
};
