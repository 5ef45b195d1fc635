import { z } from 'zod';
import { instantAt } from '../../domain/basics/instant.ts';
import { closeDuty } from '../../domain/duties/close-duty.ts';
import { dutiesDone } from '../../domain/duties/duties-done.ts';
import { HARM } from '../../domain/duties/duty.ts';
import { programmeDuties } from '../../domain/duties/programme-duties.ts';
import { dutyStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { closedDuties, openDuties, type DutyRow } from '../../store/questions/duties.ts';
import { monthRows } from '../../store/questions/months.ts';
import { findSurveys } from '../../store/questions/surveys.ts';
import { registerDuties } from '../../store/questions/register-duties.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { ROLE_NAMES } from './account.ts';

export const closeDutyCommand = command({
  name: 'duty.close',
  says: 'Close a dated duty of the programme with its evidence',
  schema: z.strictObject({ duty: inputs.code, evidence: inputs.code }),
  who: { allowed: roles('responsible-manager', 'access-approver', 'administrator', 'work-supervisor') },
  streams: (input) => ({ duty: dutyStream(input.duty) }),
  decide: closeDuty,
  remembers: 'duty',
});

type Shown = Omit<DutyRow, 'case' | 'subject'> &
  Partial<Pick<DutyRow, 'case' | 'subject'>> & { readonly dueTime?: string };

export const listDuties = question({
  name: 'duty.list',
  says: 'List what is due, the most harmful first',
  schema: z.strictObject({
    owner: z.enum(ROLE_NAMES).optional(),
    on: inputs.date.optional(),
    limit: z.int().min(1).max(1000).default(200),
  }),
  who: {
    allowed: roles(
      'responsible-manager',
      'work-supervisor',
      'operator',
      'mailing-clerk',
      'access-approver',
      'ward-staff',
    ),
  },
  reading: 'listed',
  opens: [],
  purpose: 'duty',
  find: async ({ reader, today, rules }, input): Promise<readonly Shown[]> => {
    const on = input.on ?? today;
    const closed = await closedDuties(reader);
    const done = dutiesDone(
      await monthRows(reader),
      (await findSurveys(reader)).map((survey) => survey.openedOn),
      rules,
    );
    const dated = programmeDuties(rules)
      .filter((duty) => duty.from <= on && !closed.has(duty.key) && !done.has(duty.key))
      .filter((duty) => input.owner === undefined || duty.owner === input.owner)
      .map(({ key, kind, due, owner }) => ({ key, kind, due, owner, harm: HARM[kind] }));
    const ofRegisters = (await registerDuties(reader, rules.handOver.backByTime)).filter(
      (duty) => input.owner === undefined || duty.owner === input.owner,
    );
    const ofCases = await openDuties(reader, on, input.owner, input.limit);
    return [...dated, ...ofRegisters, ...ofCases].toSorted(
      (a, b) => a.harm - b.harm || (a.due < b.due ? -1 : 1),
    );
  },
  show: (rows, _fields, input, { today, now }) =>
    rows.slice(0, input.limit).map(({ subject: _subject, ...row }) => ({
      ...row,
      overdue:
        row.due < (input.on ?? today) ||
        (row.dueTime !== undefined && instantAt(row.due, row.dueTime) <= now),
    })),
});

/** Commands about duties. */
export const dutyCommands: readonly Command[] = [closeDutyCommand];

/** Questions about duties. */
export const dutyQuestions: readonly Question[] = [listDuties];
