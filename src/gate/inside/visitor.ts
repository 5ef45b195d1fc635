import { z } from 'zod';
import { describeVisitor } from '../../domain/visits/describe-visitor.ts';
import { qualifyVisitor } from '../../domain/visits/qualify-visitor.ts';
import { trainVisitor } from '../../domain/visits/train-visitor.ts';
import { accountStream } from '../../domain/streams.ts';
import { roles, type Who } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const MANAGER: Who = { allowed: roles('responsible-manager') };

/** `visitor.qualify`: somebody saw the licence itself (CHI-6.2-1, AMB-08). */
export const qualifyVisitorCommand = command({
  name: 'visitor.qualify',
  says: 'Write down that the licence of a visitor was checked',
  schema: z.strictObject({
    account: inputs.id('account'),
    licence: inputs.code,
    number: inputs.words,
    checkedOn: inputs.date,
  }),
  who: MANAGER,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: qualifyVisitor,
  remembers: 'staff',
});

/** `visitor.train`: one topic of the visitors' training (CHI-8.11-1). */
export const trainVisitorCommand = command({
  name: 'visitor.train',
  says: 'Write down that a visitor attended one topic of the training',
  schema: z.strictObject({
    account: inputs.id('account'),
    topic: inputs.code,
    on: inputs.date,
    material: inputs.code,
  }),
  who: MANAGER,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: trainVisitor,
  remembers: 'staff',
});

/** Whatever was typed: the decision says what is no area and no language. */
const codes = z.array(z.string().max(40)).max(20);

/** `visitor.describe`: languages and areas, by which visits are suggested to her (CHI-8.3-13, 6.2-2). */
export const describeVisitorCommand = command({
  name: 'visitor.describe',
  says: 'Write down which languages a visitor speaks and where she knows her way',
  schema: z.strictObject({ account: inputs.id('account'), languages: codes, areas: codes }),
  who: MANAGER,
  streams: (input) => ({ account: accountStream(input.account) }),
  decide: describeVisitor,
  remembers: 'planning',
});

export const visitorCommands: readonly Command[] = [
  qualifyVisitorCommand,
  trainVisitorCommand,
  describeVisitorCommand,
];
