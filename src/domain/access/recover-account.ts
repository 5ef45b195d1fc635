import type { AccountId, RequestId } from '../basics/ids.ts';
import { addMinutes } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ResetKind } from '../facts/sign-in.ts';
import type { AccountState } from './account.ts';
import { keepPassword } from './credential.ts';
import type { AccountNotOpen } from './request-access.ts';

export type RecoverRefusal =
  | AccountNotOpen
  | RefusalOf<'reset-of-oneself'>
  | RefusalOf<'reset-exists', { reset: RequestId }>
  | RefusalOf<'reset-not-approved', { reset: RequestId }>
  | RefusalOf<'reset-needs-another', { reset: RequestId }>
  | RefusalOf<'sign-in-not-locked', { account: AccountId }>;

type State = { readonly account: AccountState };

/** The approver has made sure who asks, by `proof`, and lets the ID manager reset it within a day; never for herself. */
export function approveReset(
  { account: state }: State,
  {
    account,
    reset,
    what,
    proof,
  }: {
    readonly account: AccountId;
    readonly reset: RequestId;
    readonly what: ResetKind;
    readonly proof: string;
  },
  { actor }: Context,
): Decision | RecoverRefusal {
  if (!isOpen(state)) return { refused: 'account-not-open', account };
  if (actor === account) return { refused: 'reset-of-oneself' };
  if (state.signIn.resets.some((one) => one.reset === reset)) return { refused: 'reset-exists', reset };
  return { facts: [{ type: 'account.reset-approved', account, reset, what, proof }] };
}

/**
 * SEC-5-1: the ID manager can trigger a one-time reset and nothing else. `hash` is that of a password that works once; a
 * reset of everything empties the second factors too. Two accounts, neither of them the person's own.
 */
export function resetAccount(
  { account: state }: State,
  {
    account,
    reset,
    hash,
    before,
  }: {
    readonly account: AccountId;
    readonly reset: RequestId;
    readonly hash: string;
    readonly before: readonly string[];
  },
  { actor, now, rules }: Context,
): Decision | RecoverRefusal {
  if (!isOpen(state)) return { refused: 'account-not-open', account };
  if (actor === account) return { refused: 'reset-of-oneself' };
  const approved = state.signIn.resets.find((one) => one.reset === reset);
  const until = approved && addMinutes(approved.at, rules.access.signIn.approvalHours * 60);
  if (!approved || !until || approved.done || now >= until) return { refused: 'reset-not-approved', reset };
  if (approved.by === actor) return { refused: 'reset-needs-another', reset };
  const { what } = approved;
  const emptied = what === 'all' ? state.signIn.factors : [];
  return {
    facts: [{ type: 'account.reset-done', account, reset, what }],
    keep: [
      keepPassword(account, { hash, before }),
      ...emptied.map(({ factor }) => ({
        of: account,
        section: 'sign-in' as const,
        item: factor,
        value: {},
      })),
    ],
  };
}

/** SEC-11-1: five failures in a row. Said by our own sign-in; a second time it changes nothing. */
export function lockSignIn(
  { account: state }: State,
  { account, failures }: { readonly account: AccountId; readonly failures: number },
): Decision | RecoverRefusal {
  if (!isOpen(state)) return { refused: 'account-not-open', account };
  if (state.signIn.lockedAt) return { facts: [] };
  return { facts: [{ type: 'account.sign-in-locked', account, failures }] };
}

/** The ID manager has looked at it and spoken with the person; never for herself. */
export function unlockSignIn(
  { account: state }: State,
  { account, reason }: { readonly account: AccountId; readonly reason: string },
  { actor }: Context,
): Decision | RecoverRefusal {
  if (actor === account) return { refused: 'reset-of-oneself' };
  if (!state.signIn.lockedAt) return { refused: 'sign-in-not-locked', account };
  return { facts: [{ type: 'account.sign-in-unlocked', account, reason }] };
}

/** Whoever is signed in as this person is out with the next step. */
export function endSessions(
  { account: state }: State,
  { account, reason }: { readonly account: AccountId; readonly reason: string },
): Decision | RecoverRefusal {
  if (!state.registered) return { refused: 'account-not-open', account };
  return { facts: [{ type: 'account.sessions-ended', account, reason }] };
}

function isOpen({ open, disabled }: AccountState): boolean {
  return open && !disabled;
}
