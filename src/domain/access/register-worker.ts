import type { AccountId, PersonId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Side } from '../facts/governance.ts';
import type { AccountState } from './account.ts';

/** Enters somebody in the register of workers (B-12), before there is an ID to sign in with. */
export type RegisterWorker = {
  readonly account: AccountId;
  /** The personnel number: one ID a person (SEC-4-1). */
  readonly holder: string;
  readonly name: string;
  readonly side: Side;
  /** For the ward's people: the function by which others see them (CHI-15.2-1). */
  readonly function?: string;
  /** For the ward's people the letter that names them, for a re-subcontractor's the ward's consent. */
  readonly ref?: string;
};

export type RegisterWorkerRefusal =
  | RefusalOf<'worker-registered-already', { account: AccountId }>
  | RefusalOf<'ward-word-missing', { side: Side }>
  | RefusalOf<'function-missing'>;

/**
 * A person of the ward is kept in a compartment of its own that only the ward opens: all others see the function.
 * Without the ward's letter or consent nobody of the ward or of a re-subcontractor is entered (CHI-13-1, PII-7-1).
 */
export function registerWorker(
  state: { readonly account: AccountState },
  command: RegisterWorker,
  context: Context,
): Decision | RegisterWorkerRefusal {
  const { account, holder, side, name, ref } = command;
  if (state.account.registered || state.account.open)
    return { refused: 'worker-registered-already', account };
  if (side !== 'contractor' && !ref) return { refused: 'ward-word-missing', side };
  if (side === 'ward' && !command.function) return { refused: 'function-missing' };
  const person: PersonId = context.ids.fresh('person');
  return {
    facts: [
      {
        type: 'worker.registered',
        account,
        holder,
        side,
        ...(command.function ? { function: command.function } : {}),
        ...(ref ? { ref } : {}),
      },
    ],
    claim: [{ kind: 'person-account', key: holder }],
    link: [{ subject: account, person }],
    keep: [{ of: person, section: side === 'ward' ? 'ward-person' : 'staff', value: { name } }],
  };
}
