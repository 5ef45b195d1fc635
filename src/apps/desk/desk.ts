import type { SignInHouse } from '../../gate/sign-in/house.ts';
import type { Programme } from '../../programmes/programme.ts';
import type { DeskAssets } from './assets.ts';
import type { DemoDoor } from './demo-door.ts';

/** All that a screen may reach. The gate of the place stands in `house.parts`; nothing goes past it. */
export type Desk = {
  /** The door: sessions, passwords, second factors. */
  readonly house: SignInHouse;
  readonly programme: Programme;
  readonly assets: DeskAssets;
  /** Marked 見本 on every screen. */
  readonly tryout: boolean;
  /** Only in a try-out place: its invented people. */
  readonly demo?: DemoDoor | undefined;
  /** Scheme, host and port under which the staff see the desk; what another page sends is refused. */
  readonly origin: string;
  /** A proxy of ours stands before: the last address in X-Forwarded-For is the asker's. */
  readonly proxied?: boolean | undefined;
  /** So many bytes of chance, for masks and marks of single sending. */
  readonly chance: (bytes: number) => Uint8Array;
};
