import type { DeviceId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { PasswordFault } from './password-rule.ts';

/**
 * Why somebody is not let in. An unknown ID, a disabled one and a wrong password are one and the same: nobody learns at the
 * door who works here.
 */
export type SignInRefusal =
  | RefusalOf<'network-not-allowed'>
  /** `device`: the name to be registered; absent when the browser has no key yet. */
  | RefusalOf<'device-unknown', { device?: DeviceId }>
  | RefusalOf<'sign-in-wait', { until: Instant }>
  | RefusalOf<'sign-in-locked'>
  | RefusalOf<'sign-in-wrong'>
  | RefusalOf<'sign-in-busy'>
  | RefusalOf<'temporary-used-up'>
  | RefusalOf<'session-over'>
  | RefusalOf<'not-the-next-step'>
  | RefusalOf<'prove-again-first'>
  | RefusalOf<'code-wrong'>
  | RefusalOf<'code-used'>
  | RefusalOf<'passkey-not-made'>
  | RefusalOf<'password-refused', { faults: readonly PasswordFault[] }>;
