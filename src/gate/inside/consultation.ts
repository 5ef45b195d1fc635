import { z } from 'zod';
import { makeReferral } from '../../domain/visits/make-referral.ts';
import { receiveReferral } from '../../domain/visits/receive-referral.ts';
import { recordConsultation } from '../../domain/visits/record-consultation.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, roles, type Who } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const VISITOR: Who = { allowed: [...assigned('visitor'), ...roles('responsible-manager')] };

/** `consultation.record`: what was asked and advised, by whomever it was asked (CHI-8.3-10). */
const recordConsultationCommand = command({
  name: 'consultation.record',
  says: 'Write down a consultation with a woman, her partner or family',
  schema: z.strictObject({
    case: inputs.id('case'),
    visit: inputs.id('booking').optional(),
    inquiry: inputs.id('inquiry').optional(),
    asker: z.enum(['woman', 'partner', 'family']),
    category: inputs.code,
    asked: inputs.words,
    advice: inputs.words,
  }),
  who: VISITOR,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: recordConsultation,
  remembers: 'consultation',
});

/** `referral.make`: connects her to a service of the ward (CHI-8.3-10). */
const makeReferralCommand = command({
  name: 'referral.make',
  says: 'Refer a woman to a service of the ward',
  schema: z.strictObject({ case: inputs.id('case'), target: inputs.code, words: inputs.words }),
  who: VISITOR,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: makeReferral,
  remembers: 'consultation',
});

/** `referral.receive`: the ward says that it received a referral; until then it stays open. */
export const receiveReferralCommand = command({
  name: 'referral.receive',
  says: 'Mark a referral as received by the ward',
  schema: z.strictObject({ case: inputs.id('case'), referral: inputs.code }),
  who: { allowed: roles('ward-staff') },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: receiveReferral,
  remembers: 'consultation',
});

export const consultationCommands: readonly Command[] = [
  recordConsultationCommand,
  makeReferralCommand,
  receiveReferralCommand,
];
