import { z } from 'zod';
import { decideEntitlement } from '../../domain/benefits/decide-entitlement.ts';
import { expireBenefit } from '../../domain/benefits/expire-benefit.ts';
import { holdBenefit } from '../../domain/benefits/hold-benefit.ts';
import { packBenefit } from '../../domain/benefits/pack-benefit.ts';
import { releaseBenefit } from '../../domain/benefits/release-benefit.ts';
import { requestRedispatch } from '../../domain/benefits/request-redispatch.ts';
import { tellPlace } from '../../domain/benefits/tell-place.ts';
import { caseStream, stockStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { findOwedBenefits } from '../../store/questions/benefits.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const channel = z.enum(['web', 'phone', 'mail', 'in-person', 'ward', 'post', 'visit', 'list']);

/** `benefit.decide`: the ward's word on an entitlement that waited for it (AMB-06, AMB-17). */
export const decideEntitlementCommand = command({
  name: 'benefit.decide',
  says: 'Write down whether the ward grants a package that waited for its word',
  schema: z.strictObject({
    case: inputs.id('case'),
    to: z.enum(['grant', 'withhold']),
    ref: inputs.code,
  }),
  who: { allowed: roles('ward-staff', 'responsible-manager') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: decideEntitlement,
  remembers: 'package',
});

export const holdBenefitCommand = command({
  name: 'benefit.hold',
  says: 'Hold a package that is owed: she is abroad, or the ward asked to wait',
  schema: z.strictObject({
    case: inputs.id('case'),
    reason: z.enum(['overseas', 'ward', 'address-unclear']),
  }),
  who: { allowed: roles('responsible-manager', 'operator', 'ward-staff') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: holdBenefit,
  remembers: 'package',
});

export const releaseBenefitCommand = command({
  name: 'benefit.release',
  says: 'End the hold of a package: she can receive post in Japan again, or the ward said so',
  schema: z.strictObject({
    case: inputs.id('case'),
    on: inputs.date,
    channel,
    by: z.enum(['herself', 'other', 'ward']),
    ref: inputs.code.optional(),
    wish: z.boolean().optional(),
  }),
  who: { allowed: [...roles('responsible-manager', 'operator'), { resident: true }] },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: releaseBenefit,
  remembers: 'package',
});

export const tellPlaceCommand = command({
  name: 'benefit.tell-place',
  says: 'Write down where she will be when the package comes: at home, elsewhere in Japan, or abroad',
  schema: z.strictObject({
    case: inputs.id('case'),
    place: z.enum(['registered', 'japan', 'abroad']),
    channel,
  }),
  who: { allowed: [...roles('responsible-manager', 'operator'), { resident: true }] },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: tellPlace,
  remembers: 'package',
});

const expireBenefitCommand = command({
  name: 'benefit.expire',
  says: 'End the right of a woman abroad the day after its limit',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: { allowed: machine('system:clock') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: expireBenefit,
  remembers: 'package',
});

const redispatch = z.strictObject({
  case: inputs.id('case'),
  on: inputs.date,
  channel,
  by: z.enum(['herself', 'other']),
  addressConfirmed: z.boolean(),
});

export const requestRedispatchCommand = command({
  name: 'redispatch.request',
  says: 'Take down that she asks to have a returned package sent again',
  schema: redispatch,
  who: { allowed: [...roles('responsible-manager', 'operator'), { resident: true }] },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: requestRedispatch,
  remembers: 'package',
});

/** `redispatch.request-again`: from the second request on the manager looks at it too (AMB-16). */
export const requestRedispatchAgain = command({
  name: 'redispatch.request-again',
  says: 'Take down a further request to send a package again, confirmed by the manager',
  schema: redispatch,
  who: { allowed: roles('responsible-manager', 'operator'), second: ['responsible-manager'] },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: requestRedispatch,
  remembers: 'package',
});

/** `package.pack`: two people put voucher sets into one woman's package. */
export const packBenefitCommand = command({
  name: 'package.pack',
  says: 'Put voucher sets into a package, counted by two people',
  leavesHouse: true,
  schema: z.strictObject({
    case: inputs.id('case'),
    batch: inputs.id('batch'),
    piece: inputs.id('piece'),
    serials: z.array(inputs.code).min(1).max(20),
  }),
  who: {
    allowed: roles('mailing-clerk'),
    second: ['mailing-clerk', 'work-supervisor', 'responsible-manager'],
  },
  streams: (input) => ({ case: caseStream(input.case), stock: stockStream() }),
  decide: packBenefit,
  remembers: 'package',
});

/** `benefit.owed`: packages that wait, by the day they are due, and those that are held. No name, no reason of a stop. */
const owedBenefits = question({
  name: 'benefit.owed',
  says: 'List packages that are owed or held, the most urgent first',
  schema: z.strictObject({ until: inputs.date.optional() }),
  who: { allowed: roles('mailing-clerk', 'responsible-manager', 'ward-staff') },
  reading: 'listed',
  opens: [],
  purpose: 'package',
  find: ({ reader }, input) => findOwedBenefits(reader, input.until),
  show: (rows) => rows,
});

/** Commands about packages. */
export const benefitCommands: readonly Command[] = [
  decideEntitlementCommand,
  holdBenefitCommand,
  tellPlaceCommand,
  releaseBenefitCommand,
  expireBenefitCommand,
  requestRedispatchCommand,
  requestRedispatchAgain,
  packBenefitCommand,
];

/** Questions about packages. */
export const benefitQuestions: readonly Question[] = [owedBenefits];
