import { z } from 'zod';
import { disableAccount } from '../../domain/access/disable-account.ts';
import { installAccount } from '../../domain/access/install-account.ts';
import { leaveAccount } from '../../domain/access/leave-account.ts';
import { openAccount } from '../../domain/access/open-account.ts';
import { accountStream, officeStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
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
const installAccountCommand = command({
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
  streams: (input) => ({ account: accountStream(input.account), office: officeStream() }),
  decide: installAccount,
  remembers: 'access',
});

/** `account.open`: the ID of a worker who is notified, taught and pledged begins to count. */
export const openAccountCommand = command({
  name: 'account.open',
  says: 'Open the account of a registered worker who is notified, taught and pledged',
  schema: z.strictObject({ account: inputs.id('account') }),
  who: { allowed: roles('administrator') },
  streams: (input) => ({ account: accountStream(input.account), office: officeStream() }),
  decide: openAccount,
  remembers: 'access',
});

/** `account.disable`: one step, all rights at once. */
export const disableAccountCommand = command({
  name: 'account.disable',
  says: 'Disable an account at once, with all its rights',
  schema: z.strictObject({ account: inputs.id('account'), reason: inputs.code }),
  who: { allowed: roles('administrator', 'access-approver') },
  streams: (input) => ({ account: accountStream(input.account), office: officeStream() }),
  decide: disableAccount,
  remembers: 'access',
});

/** `account.leave`: the end of somebody's work, with entry card and reminder. */
export const leaveAccountCommand = command({
  name: 'account.leave',
  says: 'Close the leaving of a worker: entry card back, reminder of secrecy signed',
  schema: z.strictObject({
    account: inputs.id('account'),
    on: inputs.date,
    entryCard: z.union([inputs.date, z.literal('none-issued')]),
    reminderSignedOn: inputs.date,
  }),
  who: { allowed: roles('administrator') },
  streams: (input) => ({ account: accountStream(input.account), office: officeStream() }),
  decide: leaveAccount,
  remembers: 'access',
});

export const accountCommands: readonly Command[] = [
  installAccountCommand,
  openAccountCommand,
  disableAccountCommand,
  leaveAccountCommand,
];
