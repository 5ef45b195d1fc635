import { projection } from '../projection.ts';

/** One row an ID: what signing in asks of it with every step. No secret; those lie in the vault. */
export const signInProjection = projection({
  name: 'sign_in',
  of: 'account',
  columns: {
    account: 'text',
    holder: 'text',
    is_open: 'boolean',
    stamp: 'int',
    round: 'int',
    password_on: 'text',
    temporary: 'boolean',
    factors: 'int',
    locked_since: 'text',
  },
  indexes: [['holder'], ['locked_since']],
  rows: ({ registered, open, disabled, leftOn, signIn }, id) =>
    registered
      ? [
          {
            account: id,
            holder: registered.holder,
            is_open: open && !disabled && !leftOn,
            stamp: signIn.stamp,
            round: signIn.round,
            password_on: signIn.password?.setOn ?? null,
            temporary: signIn.password?.temporary ?? false,
            factors: signIn.factors.length,
            locked_since: signIn.lockedAt ?? null,
          },
        ]
      : [],
});
