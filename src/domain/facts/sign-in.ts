import type { AccountId, DeviceId, FactorId, RequestId } from '../basics/ids.ts';

/** What somebody proves beside the password: a code of a clock (RFC 6238), or a key that a device keeps (WebAuthn). */
export type FactorKind = 'totp' | 'passkey';

/** What a reset renews: the password alone, or the password and all second factors. */
export type ResetKind = 'password' | 'all';

/** How somebody signs in (B-04, SEC-5, SEC-15-1). Secrets lie in the vault; sessions and tries are no facts. */
export type SignInFact =
  /** She set it herself; from here on the days count (SEC-5-3). */
  | { readonly type: 'account.password-set'; readonly account: AccountId }
  /** The one-time password of a reset was used: a second time it opens nothing (SEC-5-1). */
  | { readonly type: 'account.temporary-used'; readonly account: AccountId }
  | {
      readonly type: 'account.factor-added';
      readonly account: AccountId;
      readonly factor: FactorId;
      readonly kind: FactorKind;
    }
  | { readonly type: 'account.factor-removed'; readonly account: AccountId; readonly factor: FactorId }
  /** Too many failures in a row (SEC-11-1): the ID manager is to look at it. */
  | { readonly type: 'account.sign-in-locked'; readonly account: AccountId; readonly failures: number }
  | { readonly type: 'account.sign-in-unlocked'; readonly account: AccountId; readonly reason: string }
  /** The approver says yes to a reset; `proof` is how it was made sure who asks. */
  | {
      readonly type: 'account.reset-approved';
      readonly account: AccountId;
      readonly reset: RequestId;
      readonly what: ResetKind;
      readonly proof: string;
    }
  | {
      readonly type: 'account.reset-done';
      readonly account: AccountId;
      readonly reset: RequestId;
      readonly what: ResetKind;
    }
  /** All sessions of the person end at once, by the ID manager or the approver. */
  | { readonly type: 'account.sessions-ended'; readonly account: AccountId; readonly reason: string };

/** A terminal from which signing in is possible (SEC-15-1: terminal authentication). */
export type DeviceFact =
  /** `register`: its number in the register of equipment (B-20). */
  | { readonly type: 'device.registered'; readonly device: DeviceId; readonly register: string }
  | { readonly type: 'device.withdrawn'; readonly device: DeviceId; readonly reason: string };
