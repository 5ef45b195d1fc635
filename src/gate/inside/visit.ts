import { z } from 'zod';
import { assignVisitor } from '../../domain/visits/assign-visitor.ts';
import { completeVisit } from '../../domain/visits/complete-visit.ts';
import { correctVisit } from '../../domain/visits/correct-visit.ts';
import { endUnvisited } from '../../domain/visits/end-unvisited.ts';
import { missVisit } from '../../domain/visits/miss-visit.ts';
import { raiseCap } from '../../domain/visits/raise-cap.ts';
import { accountStream, caseStream } from '../../domain/streams.ts';
import { assigned, roles, type Who } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const MANAGER: Who = { allowed: roles('responsible-manager') };
const missedReason = z.enum([
  'absent',
  'others-only',
  'refused',
  'visitor-side',
  'closure',
  'wrong-address',
  'hospital',
  'born',
  'moved',
]);
const VISITOR: Who = { allowed: [...assigned('visitor'), ...roles('responsible-manager')] };

/** `visit.assign`: who visits; a former visitor loses sight at once (CHI-8.3-3). */
export const assignVisitorCommand = command({
  name: 'visit.assign',
  says: 'Assign a qualified and trained visitor to a booking, or another one in her place',
  schema: z.strictObject({
    case: inputs.id('case'),
    booking: inputs.id('booking'),
    visitor: inputs.id('account'),
  }),
  who: MANAGER,
  streams: (input) => ({
    case: caseStream(input.case),
    account: accountStream(input.visitor),
  }),
  decide: assignVisitor,
  remembers: 'planning',
});

/** `visit.complete`: the record of the one visit, by the visitor assigned to it (CHI-8.3-1). */
export const completeVisitCommand = command({
  name: 'visit.complete',
  says: 'Write down a visit or interview with the woman herself',
  schema: z.strictObject({
    case: inputs.id('case'),
    booking: inputs.id('booking'),
    date: inputs.date,
    from: inputs.time,
    to: inputs.time,
    met: z.enum(['woman', 'partner', 'others']),
    identity: z.strictObject({ name: z.boolean(), birthDate: z.boolean(), address: z.boolean() }).optional(),
    privatePlace: z.boolean().optional(),
    pregnant: z.boolean(),
    born: inputs.date.optional(),
    checklist: inputs.code,
    leeway: inputs.code.optional(),
    consent: z.enum(['given', 'refused', 'earlier']),
    stamped: z.boolean(),
    noStamp: inputs.code.optional(),
    considerate: z.boolean(),
    answers: z.record(inputs.code, inputs.words),
    leewayAnswers: z.record(inputs.code, inputs.words).optional(),
    lengthReason: inputs.words.optional(),
  }),
  who: VISITOR,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: completeVisit,
  remembers: 'visit',
});

const ofRecord = { case: inputs.id('case'), booking: inputs.id('booking'), reason: inputs.code };

/** `visit.correct`: a record that was written down wrongly, put right by the manager and a second person (CHI-9.1-2). */
export const correctVisitCommand = command({
  name: 'visit.correct',
  says: 'Correct what was written down wrongly about a visit; the month it belongs to is told so',
  schema: z.discriminatedUnion('field', [
    z.strictObject({ ...ofRecord, field: z.enum(['from', 'to']), to: inputs.time }),
    z.strictObject({ ...ofRecord, field: z.literal('mode'), to: z.enum(['online', 'phone']) }),
    z.strictObject({ ...ofRecord, field: z.literal('followUp'), to: z.enum(['true', 'false']) }),
    z.strictObject({ ...ofRecord, field: z.literal('reason'), to: missedReason }),
  ]),
  who: { ...MANAGER, second: ['responsible-manager', 'visitor'] },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: correctVisit,
  remembers: 'visit',
});

/** `visit.miss`: a visit that did not take place (CHI-8.7-1). */
export const missVisitCommand = command({
  name: 'visit.miss',
  says: 'Write down that a visit did not take place, and why',
  schema: z.strictObject({
    case: inputs.id('case'),
    booking: inputs.id('booking'),
    reason: missedReason,
    time: inputs.time.optional(),
    calls: z.int().min(0).max(99).optional(),
    noteLeft: z.boolean().optional(),
    words: inputs.words.optional(),
  }),
  who: VISITOR,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: missVisit,
  remembers: 'visit',
});

/** `visit.raise-cap`: one attempt more, by the responsible manager alone (CHI-8.7-2, AMB-11). */
export const raiseCapCommand = command({
  name: 'visit.raise-cap',
  says: 'Allow one attempt more after the attempts are used up',
  schema: z.strictObject({ case: inputs.id('case'), reason: inputs.code, words: inputs.words.optional() }),
  who: MANAGER,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: raiseCap,
  remembers: 'planning',
});

/** `visit.end-unvisited`: the visit cannot be carried out; no package (CHI-8.7-3). */
export const endUnvisitedCommand = command({
  name: 'visit.end-unvisited',
  says: 'End a case whose visit cannot be carried out',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: MANAGER,
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: endUnvisited,
  remembers: 'planning',
});

export const visitCommands: readonly Command[] = [
  assignVisitorCommand,
  completeVisitCommand,
  correctVisitCommand,
  missVisitCommand,
  raiseCapCommand,
  endUnvisitedCommand,
];
