import { z } from 'zod';
import { groupMember } from '../../domain/members/group-member.ts';
import { beginDraw, closeDraw } from '../../domain/members/draw-list.ts';
import { openMember } from '../../domain/members/open-member.ts';
import { recordMemberCall } from '../../domain/members/record-member-call.ts';
import { reportAttendance } from '../../domain/members/report-attendance.ts';
import { caseStream, drawStream, listStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { membersOfList } from '../../store/questions/members.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { CASE_SECTIONS } from './case.ts';

const list = inputs.id('list');
const count = z.int().min(0);
const screening = z.enum(['check-up', 'cancer']);

/** A recall of insured persons: cases, message groups, calls and attendance (SCR-A). Cards are mail like any other. */
export const memberActs = {
  openMember: command({
    name: 'case.open-member',
    says: 'Open a case for an insured person on an approved list',
    schema: z.strictObject({
      case: inputs.id('case'),
      person: inputs.id('person'),
      opening: z.strictObject({
        contractYear: z.int(),
        list,
        screening,
        age: z.int().min(0).max(150),
        sex: z.enum(['f', 'm', 'other']),
        history: z.enum(['never', 'sometimes', 'always']),
        mailWay: z.enum(['registered', 'designated', 'ward', 'undecided']),
        protected: z.boolean(),
      }),
      values: z.array(
        z.strictObject({ section: z.enum(CASE_SECTIONS), value: z.record(z.string(), z.string()) }),
      ),
    }),
    who: { allowed: machine('system:intake') },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: openMember,
    remembers: 'intake',
  }),
  draw: command({
    name: 'groups.draw',
    says: 'Draw the message groups of a list, the control group among them, once and for good',
    schema: z.strictObject({ list, persons: count.default(0) }),
    who: { allowed: roles('responsible-manager') },
    completes: async (reader, input) => ({
      ...input,
      persons: (await membersOfList(reader, input.list)).length,
    }),
    streams: (input) => ({ list: listStream(input.list), draw: drawStream(input.list) }),
    decide: beginDraw,
    remembers: 'grouping',
  }),
  group: command({
    name: 'case.group',
    says: 'Write down which message group was drawn for a person',
    schema: z.strictObject({ case: inputs.id('case'), list, version: inputs.code, group: inputs.code }),
    who: { allowed: machine('system:groups') },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: groupMember,
    remembers: 'grouping',
  }),
  close: command({
    name: 'groups.close',
    says: 'Close the draw of the message groups of a list',
    schema: z.strictObject({ list, grouped: count, refused: count }),
    who: { allowed: machine('system:groups') },
    streams: (input) => ({ draw: drawStream(input.list) }),
    decide: closeDraw,
    remembers: 'grouping',
  }),
  reportAttendance: command({
    name: 'case.report-attendance',
    says: 'Record that a person attended, by a list of the ward',
    schema: z.strictObject({ case: inputs.id('case'), list, screening, on: inputs.date }),
    who: { allowed: machine('system:intake') },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: reportAttendance,
    remembers: 'intake',
  }),
  recordCall: command({
    name: 'case.record-call',
    says: 'Record what came of a call to a person who is recalled; a wish to be left alone acts at once',
    schema: z.strictObject({
      case: inputs.id('case'),
      result: inputs.code,
      reason: inputs.code.optional(),
    }),
    who: { allowed: roles('operator', 'responsible-manager') },
    streams: (input) => ({ case: caseStream(input.case) }),
    decide: recordMemberCall,
    remembers: 'call',
  }),
};

export const memberCommands: readonly Command[] = Object.values(memberActs);
