import type { AskedForm } from '../../domain/portal/next-step.ts';
import type { OutsideGate } from '../../gate/outside/outside-gate.ts';
import type { Programme } from '../../programmes/programme.ts';
import type { ProgrammePortal } from '../../programmes/programme-portal.ts';
import type { Assets } from './assets.ts';

/** All that a page may reach. Nothing in it is a secret, and nothing of a resident lies in it. */
export type Portal = {
  readonly gate: OutsideGate;
  readonly programme: Programme;
  readonly shows: ProgrammePortal;
  /** The questionnaire in force, as its pages ask it. */
  readonly asked: AskedForm;
  readonly assets: Assets;
  readonly tryout: boolean;
  /** Scheme, host and port under which residents see the portal; what another page sends is refused. */
  readonly origin: string;
  /** So many bytes of chance, for masks and marks of single sending. */
  readonly chance: (bytes: number) => Uint8Array;
};
