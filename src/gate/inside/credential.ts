import { z } from 'zod';
import {
  addFactor,
  removeFactor,
  renewHash,
  setPassword,
  useTemporary,
  type KeptFactor,
  type KeptPassword,
} from '../../domain/access/credential.ts';
import {
  approveReset,
  endSessions,
  lockSignIn,
  resetAccount,
  unlockSignIn,
} from '../../domain/access/recover-account.ts';
import { accountStream } from '../../domain/streams.ts';
import { machine, roles, type Who } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { vouched } from '../vouched.ts';

const account = inputs.id('account');
const factor = inputs.id('factor');
const reset = inputs.id('request');
const ONESELF: Who = { allowed: [{ oneself: true }] };
const ofAccount = (input: { readonly account: z.infer<typeof account> }) => ({
  account: accountStream(input.account),
});

/** `account.set-password`: what `gate/sign-in` has checked and hashed. The password itself comes no further than there. */
const setPasswordCommand = command({
  name: 'account.set-password',
  says: 'Set the own password, after the present one was given',
  schema: z.strictObject({ account, kept: vouched<KeptPassword>() }),
  who: ONESELF,
  streams: ofAccount,
  decide: setPassword,
  remembers: 'access',
});

const renewHashCommand = command({
  name: 'account.renew-hash',
  says: 'Hash the same password anew, under stronger parameters',
  schema: z.strictObject({ account, kept: vouched<KeptPassword>() }),
  who: ONESELF,
  streams: ofAccount,
  decide: renewHash,
  remembers: 'access',
});

const useTemporaryCommand = command({
  name: 'account.use-temporary',
  says: 'Use the one-time password of a reset up',
  schema: z.strictObject({ account, checked: vouched<object>() }),
  who: ONESELF,
  streams: ofAccount,
  decide: useTemporary,
  remembers: 'access',
});

const addFactorCommand = command({
  name: 'account.add-factor',
  says: 'Add a second factor to the own ID, after it was tried',
  schema: z.strictObject({ account, factor, kept: vouched<KeptFactor>() }),
  who: ONESELF,
  streams: ofAccount,
  decide: addFactor,
  remembers: 'access',
});

const removeFactorCommand = command({
  name: 'account.remove-factor',
  says: 'Take a second factor away from the own ID; the last one stays',
  schema: z.strictObject({ account, factor, checked: vouched<object>() }),
  who: ONESELF,
  streams: ofAccount,
  decide: removeFactor,
  remembers: 'access',
});

/** `account.approve-reset`: the approver has made sure who asks. */
export const approveResetCommand = command({
  name: 'account.approve-reset',
  says: 'Approve that the password, or password and second factors, of somebody are reset',
  schema: z.strictObject({ account, reset, what: z.enum(['password', 'all']), proof: inputs.code }),
  who: { allowed: roles('access-approver') },
  streams: ofAccount,
  decide: approveReset,
  remembers: 'access',
});

/** `account.reset`: the one-time password is drawn by `gate/sign-in/reset-account.ts` and shown once. */
export const resetAccountCommand = command({
  name: 'account.reset',
  says: 'Carry out an approved reset: a password that works once',
  schema: z.strictObject({ account, reset, kept: vouched<KeptPassword>() }),
  who: { allowed: roles('administrator') },
  streams: ofAccount,
  decide: (state, { kept, ...rest }, context) => resetAccount(state, { ...rest, ...kept }, context),
  remembers: 'access',
});

const lockSignInCommand = command({
  name: 'account.lock-sign-in',
  says: 'Lock signing in after failures in a row',
  schema: z.strictObject({ account, failures: z.int().min(1) }),
  who: { allowed: machine('system:sign-in') },
  streams: ofAccount,
  decide: lockSignIn,
  remembers: 'access',
});

export const unlockSignInCommand = command({
  name: 'account.unlock-sign-in',
  says: 'Unlock signing in, after speaking with the person',
  schema: z.strictObject({ account, reason: inputs.code }),
  who: { allowed: roles('administrator') },
  streams: ofAccount,
  decide: unlockSignIn,
  remembers: 'access',
});

export const endSessionsCommand = command({
  name: 'account.end-sessions',
  says: 'End all sessions of somebody at once',
  schema: z.strictObject({ account, reason: inputs.code }),
  who: { allowed: roles('administrator', 'access-approver') },
  streams: ofAccount,
  decide: endSessions,
  remembers: 'access',
});

export const credentialCommands: readonly Command[] = [
  setPasswordCommand,
  renewHashCommand,
  useTemporaryCommand,
  addFactorCommand,
  removeFactorCommand,
  approveResetCommand,
  resetAccountCommand,
  lockSignInCommand,
  unlockSignInCommand,
  endSessionsCommand,
];
