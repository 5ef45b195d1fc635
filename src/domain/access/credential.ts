import type { AccountId, FactorId } from '../basics/ids.ts';
import { addMinutes } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { FactorKind } from '../facts/sign-in.ts';
import type { AccountState } from './account.ts';
import type { AccountNotOpen } from './request-access.ts';

export type OnlyOneself = RefusalOf<'only-oneself'>;

export type CredentialRefusal =
  | AccountNotOpen
  | OnlyOneself
  | RefusalOf<'temporary-over'>
  | RefusalOf<'factor-unknown', { factor: FactorId }>
  | RefusalOf<'last-factor'>;

type State = { readonly account: AccountState };

/** A hash with its parameters, and those of the passwords before it, newest first. No password is ever here. */
export type KeptPassword = { readonly hash: string; readonly before: readonly string[] };

/** A second factor as it is kept: what the check needs, field by field. */
export type KeptFactor = { readonly kind: FactorKind; readonly value: Readonly<Record<string, string>> };

/** SEC-5-1: only the person herself sets a password. That it is good enough was found out before (`password-rule.ts`). */
export function setPassword(
  { account: state }: State,
  { account, kept }: { readonly account: AccountId; readonly kept: KeptPassword },
  context: Context,
): Decision | CredentialRefusal {
  const refused = onlyHerself(state, account, context);
  if (refused) return refused;
  return { facts: [{ type: 'account.password-set', account }], keep: [keepPassword(account, kept)] };
}

/** The same password under newer parameters: nothing happened that a journal would tell. */
export function renewHash(
  { account: state }: State,
  { account, kept }: { readonly account: AccountId; readonly kept: KeptPassword },
  context: Context,
): Decision | CredentialRefusal {
  const refused = onlyHerself(state, account, context);
  return refused ?? { facts: [], keep: [keepPassword(account, kept)] };
}

/** The one-time password of a reset works once, and for a day only (SEC-5-1). */
export function useTemporary(
  { account: state }: State,
  { account }: { readonly account: AccountId },
  context: Context,
): Decision | CredentialRefusal {
  const refused = onlyHerself(state, account, context);
  if (refused) return refused;
  const { password } = state.signIn;
  const { temporaryHours } = context.rules.access.signIn.password;
  if (!password?.temporary || password.used || context.now >= addMinutes(password.at, temporaryHours * 60)) {
    return { refused: 'temporary-over' };
  }
  return { facts: [{ type: 'account.temporary-used', account }] };
}

/** SEC-15-1: another second factor. Its secret is sealed under the key of the person, as her name is. */
export function addFactor(
  { account: state }: State,
  {
    account,
    factor,
    kept,
  }: { readonly account: AccountId; readonly factor: FactorId; readonly kept: KeptFactor },
  context: Context,
): Decision | CredentialRefusal {
  const refused = onlyHerself(state, account, context);
  if (refused) return refused;
  return {
    facts: [{ type: 'account.factor-added', account, factor, kind: kept.kind }],
    keep: [{ of: account, section: 'sign-in', item: factor, value: { kind: kept.kind, ...kept.value } }],
  };
}

/** The last one stays: without a second factor nobody signs in. A lost one is reset by two people. */
export function removeFactor(
  { account: state }: State,
  { account, factor }: { readonly account: AccountId; readonly factor: FactorId },
  context: Context,
): Decision | CredentialRefusal {
  const refused = onlyHerself(state, account, context);
  if (refused) return refused;
  const { factors } = state.signIn;
  if (!factors.some((one) => one.factor === factor)) return { refused: 'factor-unknown', factor };
  if (factors.length === 1) return { refused: 'last-factor' };
  return {
    facts: [{ type: 'account.factor-removed', account, factor }],
    keep: [{ of: account, section: 'sign-in', item: factor, value: {} }],
  };
}

/** As it lies in the vault. */
export function keepPassword(
  account: AccountId,
  { hash, before }: KeptPassword,
): NonNullable<Decision['keep']>[number] {
  return {
    of: account,
    section: 'sign-in',
    item: 'password',
    value: { hash, before: before.join(' ') },
  };
}

/** Whoever has an ID, about the own one alone. */
export function onlyHerself(
  { open, disabled }: AccountState,
  account: AccountId,
  { actor }: Context,
): AccountNotOpen | OnlyOneself | undefined {
  if (actor !== account) return { refused: 'only-oneself' };
  return open && !disabled ? undefined : { refused: 'account-not-open', account };
}
