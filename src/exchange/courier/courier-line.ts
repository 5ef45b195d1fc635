import type { Result } from '../../domain/basics/result.ts';
import type { BundleTaken, CourierState, SignedBundle } from '../../domain/portal/bundle.ts';
import type { MailTransport } from '../mail-out/mail-transport.ts';

/** The way to the outside: HTTPS, or files on a medium. It carries signed bundles and understands none of them. */
export type CourierLine = {
  /** How the outside stands; over a medium as of the day on which its file was written. */
  readonly state: (ask?: { readonly seats?: boolean }) => Promise<Result<CourierState, LineTrouble>>;
  /** Over a medium `taken` means that the file lies there. */
  readonly sendOutward: (n: number, bundle: SignedBundle) => Promise<Result<BundleTaken, LineTrouble>>;
  /** Nothing when nothing waits. */
  readonly fetchInward: (n: number) => Promise<Result<SignedBundle | undefined, LineTrouble>>;
  /** A medium can only say how the outside stood: what was sent and not confirmed lies on it still. */
  readonly waits: boolean;
  readonly relay?: MailTransport;
  readonly close: () => Promise<void>;
};

export type LineTrouble =
  /** Nobody answers, or somebody who is not the outside we know. `why` is a code. */
  | { readonly type: 'line-down'; readonly why: string }
  /** On the medium there is no word of the outside's state, or it is not signed by it. */
  | { readonly type: 'no-state'; readonly dir: string }
  | { readonly type: 'state-altered'; readonly dir: string }
  /** Later bundles lie on the medium, but not this one. */
  | { readonly type: 'bundle-missing'; readonly n: number };
