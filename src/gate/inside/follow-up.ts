import { z } from 'zod';
import { decideFollowUp } from '../../domain/follow-up/decide-follow-up.ts';
import { proposeFollowUp } from '../../domain/follow-up/propose-follow-up.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, machine, roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

/** 要フォロー: proposed by what we hear, decided by the ward (CHI-5-7, AMB-07, AMB-46). */
export const followUpActs = {
  proposeFollowUp: command({
    name: 'case.propose-follow-up',
    says: 'Propose to the ward that a woman needs follow-up, or does not any more',
    schema: z.strictObject({
      case: inputs.id('case'),
      to: z.boolean(),
      source: z.enum(['list', 'questionnaire', 'visit']),
    }),
    who: {
      allowed: [
        ...roles('responsible-manager'),
        ...assigned('visitor'),
        ...machine('system:intake', 'system:courier'),
      ],
    },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: proposeFollowUp,
    remembers: 'casework',
  }),
  decideFollowUp: command({
    name: 'case.decide-follow-up',
    says: 'Record the word of the ward on whether a woman needs follow-up',
    schema: z.strictObject({
      case: inputs.id('case'),
      to: z.boolean(),
      ref: inputs.code,
      on: inputs.date,
    }),
    who: { allowed: [...roles('ward-staff', 'responsible-manager'), ...machine('system:intake')] },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: decideFollowUp,
    remembers: 'casework',
  }),
};

export const followUpCommands: readonly Command[] = Object.values(followUpActs);
