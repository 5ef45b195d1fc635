import type { AccountId, DeviceId } from '../../domain/basics/ids.ts';
import type { RoleName } from '../../domain/facts/governance.ts';

/**
 * What the door of a try-out place shows beside: who is there to be, and what an invented person has at hand that a real
 * one has in her head and on her telephone. Only a try-out place has it; signing in goes the same way as everywhere.
 */
export type DemoDoor = {
  readonly people: readonly DemoPerson[];
  /** What her authenticator app shows now. */
  readonly codeOf: (account: AccountId) => string | undefined;
  /** The ID manager of the town registers this terminal. */
  readonly register: (device: DeviceId) => Promise<void>;
};

export type DemoPerson = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
  readonly password: string;
};
