import type { AccountId } from '../domain/basics/ids.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';

const ACCOUNT = /^account_[a-z0-9-]{1,64}$/;

/** `mimamori reset-password`: two people give a third one a password that works once; so the first people get theirs. */
export const resetPasswordCommand: CliCommand = {
  name: 'reset-password',
  says: '承認者とID管理者の2人で、ある人のパスワードと2段階目の確認を作り直します(1回だけ使える仮パスワード)',
  usage: 'reset-password --account ID --proof CODE --as ADMINISTRATOR --second APPROVER [--password-only]',
  examples: [
    'mimamori reset-password --account account_… --proof met-2026-04-01 --as account_admin --second account_approver',
  ],
  options: {
    account: { type: 'string' },
    proof: { type: 'string' },
    'password-only': { type: 'boolean' },
  },
  run: async ({ common, text, flag }, doors, out) => {
    const { as: manager, second: approver } = common;
    const [account = '', proof] = [text('account'), text('proof')];
    // Never somebody who steps in: who resets whose ID is said by name, in a try-out too.
    if (!ACCOUNT.test(account) || proof === undefined || manager === undefined || approver === undefined) {
      out.problem(`使い方: mimamori ${resetPasswordCommand.usage}`);
      return 2;
    }
    if (![manager, approver].every((one) => ACCOUNT.test(one))) {
      out.problem('--as と --second は、人のIDです。');
      return 2;
    }
    const place = await openOrSay(common, doors, out);
    if (!place) return 1;
    try {
      const reset = place.parts.ids.fresh('request');
      const what = flag('password-only') ? 'password' : 'all';
      const screen = 'command-line';
      const approved = await place.execute(
        [{ row: 'account.approve-reset', input: { account, reset, what, proof } }],
        { actor: approver, screen },
      );
      if (!approved.ok) return sayRefusal(approved.error, common.json, out);
      const done = await place.resetPassword(
        { actor: manager, screen },
        { account: account as AccountId, reset },
      );
      if (!done.ok) return sayRefusal(done.error, common.json, out);
      if (common.json) out.json(done.value);
      else {
        out.line(`仮パスワード: ${done.value.temporary}`);
        out.line('1回だけ、1日以内に使えます。本人だけに渡し、この表示は消してください。');
      }
      return 0;
    } finally {
      await place.close();
    }
  },
};
