import { z } from 'zod';
import { effectTable } from '../../domain/effect/effect-table.ts';
import { drawGroups } from '../../domain/members/draw-groups.ts';
import { subjectOf } from '../../domain/rules-of.ts';
import { mayGoOut } from '../../domain/standing/what-stops-what.ts';
import { machine, roles } from '../../security/access.ts';
import { caseStates } from '../../store/questions/case-states.ts';
import {
  findDraw,
  findOutcomes,
  membersOfList,
  membersToCall,
  type DrawRow,
  type MemberRow,
} from '../../store/questions/members.ts';
import { piecesOfBatch } from '../../store/questions/mailing.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const list = inputs.id('list');

/** The people of a list as the draw sees them. No name and no address: a group is made from nothing of that kind. */
export type ShownDraw = { readonly draw: DrawRow | undefined; readonly members: readonly MemberRow[] };

/** What is asked about a recall of insured persons. */
export const memberAsks = {
  members: question({
    name: 'groups.members',
    says: 'The persons of a list as the draw of the groups sees them',
    schema: z.strictObject({ list }),
    who: { allowed: machine('system:groups') },
    reading: 'none',
    opens: [],
    purpose: 'grouping',
    find: async ({ reader }, input) => [
      { draw: await findDraw(reader, input.list), members: await membersOfList(reader, input.list) },
    ],
    show: ([found]): ShownDraw => ({ draw: found?.draw, members: found?.members ?? [] }),
  }),
  show: question({
    name: 'groups.show',
    says: 'Show the sizes of the message groups of a list, and whether drawing them again gives the same',
    schema: z.strictObject({ list }),
    who: { allowed: roles('responsible-manager', 'ward-staff', 'auditor') },
    reading: 'none',
    opens: [],
    purpose: 'grouping',
    find: async ({ reader }, input) => [
      { draw: await findDraw(reader, input.list), members: await membersOfList(reader, input.list) },
    ],
    show: ([found], _fields, _input, { rules }) => {
      const { groups } = subjectOf(rules, 'members');
      const { draw, members = [] } = found ?? {};
      const again = draw?.version === groups.version ? drawGroups(members, draw.seed, groups) : undefined;
      const codes = groups.segments.flatMap((segment) => segment.groups.map(({ group }) => group));
      return {
        drawn: draw ?? null,
        sizes: codes.map((group) => ({
          group,
          persons: members.filter((one) => one.group === group).length,
        })),
        /** Nothing to say before the draw is closed, or after the rules were changed. */
        agrees:
          again && draw?.grouped !== undefined
            ? members.every((one) => again.get(one.case) === one.group)
            : null,
      };
    },
  }),
  list: question({
    name: 'calls.list',
    says: 'Who is to be called: a card came, nobody was reached, no attendance, no stop',
    schema: z.strictObject({
      after: inputs.id('case').optional(),
      limit: z.int().min(1).max(50).default(20),
    }),
    who: { allowed: roles('operator', 'responsible-manager') },
    reading: 'listed',
    opens: ['identity.name', 'identity.kana', 'contact.phone'],
    purpose: 'call',
    find: async ({ reader, rules, today }, { after, limit }) => {
      const { attempts } = subjectOf(rules, 'members').calls;
      const found = await membersToCall(reader, { attempts, after: after ?? '', limit });
      const states = await caseStates(
        reader,
        found.map((one) => one.case),
      );
      return found
        .filter((one) => {
          const state = states.get(one.case);
          return state && mayGoOut(state.standing, 'calls', today).goes;
        })
        .map((one) => ({ ...one, subject: one.case }));
    },
    show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
  }),
  numbers: question({
    name: 'cards.numbers',
    says: 'Open the enquiry numbers that the cards of a batch carry, for printing',
    schema: z.strictObject({ batch: inputs.id('batch') }),
    who: { allowed: machine('system:print') },
    reading: 'bulk',
    opens: ['reference.number'],
    purpose: 'print',
    find: async ({ reader }, { batch }) =>
      (await piecesOfBatch(reader, batch)).filter(({ status }) => status === 'printed'),
    show: (rows, fields) => rows.map((row) => ({ piece: row.piece, copy: row.copy, fields: fields(row) })),
  }),
  table: question({
    name: 'effect.table',
    says: 'The effect of the recall: attendance by message group against the control group, small cells hidden',
    schema: z.strictObject({ list: list.optional() }),
    who: { allowed: roles('responsible-manager', 'ward-staff') },
    reading: 'none',
    opens: [],
    purpose: 'report',
    find: async ({ reader }, input) => [{ outcomes: await findOutcomes(reader, input.list) }],
    show: ([found], _fields, _input, { rules }) =>
      effectTable(found?.outcomes ?? [], subjectOf(rules, 'members')),
  }),
};

export const memberQuestions: readonly Question[] = Object.values(memberAsks);
