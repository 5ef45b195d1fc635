import { z } from 'zod';
import { installAccount } from '../../domain/access/install-account.ts';
import { accountStream } from '../../domain/streams.ts';
import { machine } from '../../security/access.ts';
import { command } from '../command.ts';
import { inputs } from '../inputs.ts';

export const ROLE_NAMES = [
  'visitor',
  'responsible-manager',
  'work-supervisor',
  'operator',
  'mailing-clerk',
  'administrator',
  'access-approver',
  'ward-staff',
  'auditor',
  'subcontract-worker',
] as const;

/** `account.install`: the first people of a place, by `init` only. */
export const installAccountCommand = command({
  name: 'account.install',
  says: 'Open the account of one of the first people of a place',
  schema: z.strictObject({
    account: inputs.id('account'),
    holder: inputs.code,
    name: inputs.words,
    roles: z.array(z.enum(ROLE_NAMES)),
    until: inputs.date,
  }),
  who: { allowed: machine('system:init') },
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: installAccount,
  remembers: 'access',
});
