import { z } from 'zod';
import { instantAt } from '../../domain/basics/instant.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { dutiesDone } from '../../domain/duties/duties-done.ts';
import { HARM, type DutyKind } from '../../domain/duties/duty.ts';
import { programmeDuties } from '../../domain/duties/programme-duties.ts';
import { assigned, roles } from '../../security/access.ts';
import { closedDuties } from '../../store/questions/duties.ts';
import { monthRows } from '../../store/questions/months.ts';
import { registerDuties } from '../../store/questions/register-duties.ts';
import { findSurveys } from '../../store/questions/surveys.ts';
import {
  dueForOthers,
  dueForRoles,
  type DueDuty,
  type WaitingDuties,
} from '../../store/questions/todays-duties.ts';
import { heldBy } from '../../store/grants.ts';
import { question, type Asking } from '../question.ts';
import { rolesOn, scopeOf } from '../scope.ts';
import { listDuties } from './duty.ts';

/** So many of one kind stand by themselves; the others are counted. */
const EACH = 5;
const MOST_OF_ONE = 100;
const KINDS = Object.keys(HARM) as [DutyKind, ...DutyKind[]];

type Mine = Omit<DueDuty, 'case' | 'subject'> &
  Partial<Pick<DueDuty, 'case' | 'subject'>> & { readonly dueTime?: string };

type Row = { readonly subject?: DueDuty['subject']; readonly case?: DueDuty['case'] } & (
  | { readonly part: 'mine'; readonly duty: Mine }
  | { readonly part: 'others'; readonly waiting: WaitingDuties }
);

/**
 * `duty.today`: what is due for the roles of who asks, of each kind the first few with how many there are, and counted
 * what waits for everybody else (B-02). A visitor sees her own cases alone; whoever sees no cases gets no names.
 */
export const showToday = question({
  name: 'duty.today',
  says: 'Show what is due for who asks, the most harmful first, and count what waits for others',
  schema: z.strictObject({
    kind: z.enum(KINDS).optional(),
    /** So many of each kind were shown before. */
    skip: z.int().min(0).max(1_000_000).default(0),
  }),
  who: {
    allowed: [
      ...roles(
        'responsible-manager',
        'work-supervisor',
        'operator',
        'mailing-clerk',
        'access-approver',
        'ward-staff',
        'administrator',
        'auditor',
      ),
      ...assigned('visitor'),
    ],
  },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana'],
  purpose: 'duty',
  find: async (asking, { kind, skip }): Promise<readonly Row[]> => {
    const { reader, actor, today } = asking;
    const held = rolesOn(await heldBy(reader, actor), today);
    const [mine, others, dated] = await Promise.all([
      dueForRoles(reader, { roles: held, actor }, today, { kind, each: kind ? MOST_OF_ONE : EACH, skip }),
      scopeOf(listDuties.who, actor, held) ? dueForOthers(reader, held, today) : [],
      datedDuties(asking),
    ]);
    // Those of the calendar are few: they stand before the others, once.
    const isMine = ({ owner }: Mine) => held.some((role) => role === owner);
    const ofOthers = scopeOf(listDuties.who, actor, held) ? dated.filter((duty) => !isMine(duty)) : [];
    return [
      ...[
        ...mine,
        ...dated.filter((duty) => skip === 0 && isMine(duty) && (kind === undefined || duty.kind === kind)),
      ]
        .toSorted((a, b) => a.harm - b.harm || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
        .map((duty: Mine) => ({
          part: 'mine' as const,
          duty,
          ...(duty.case ? { case: duty.case, subject: duty.case } : {}),
        })),
      ...[...others, ...counted(ofOthers, today)].map((waiting) => ({ part: 'others' as const, waiting })),
    ];
  },
  show: (rows, fields, _input, { today, now }) => ({
    mine: rows.flatMap((row) => {
      if (row.part !== 'mine') return [];
      const { subject: _subject, ...duty } = row.duty;
      const opened = fields(row);
      return [
        {
          ...duty,
          overdue:
            duty.due < today || (duty.dueTime !== undefined && instantAt(duty.due, duty.dueTime) <= now),
          name: opened['identity.name'],
          kana: opened['identity.kana'],
        },
      ];
    }),
    others: rows
      .flatMap((row) => (row.part === 'others' ? [row.waiting] : []))
      .toSorted((a, b) => HARM[a.kind] - HARM[b.kind] || (a.due < b.due ? -1 : 1)),
  }),
});

/** The dated duties of the programme and those of the registers. */
async function datedDuties({ reader, today, rules }: Asking): Promise<readonly Mine[]> {
  const [closed, months, surveys, registers] = await Promise.all([
    closedDuties(reader),
    monthRows(reader),
    findSurveys(reader),
    registerDuties(reader, rules.handOver.backByTime),
  ]);
  const done = dutiesDone(
    months,
    surveys.map((survey) => survey.openedOn),
    rules,
  );
  const dated = programmeDuties(rules)
    .filter((duty) => duty.from <= today && !closed.has(duty.key) && !done.has(duty.key))
    .map(({ key, kind, due, owner }) => ({ key, kind, due, owner, harm: HARM[kind] }));
  return [...dated, ...registers].map((duty) => ({ ...duty, total: 1, late: duty.due < today ? 1 : 0 }));
}

function counted(duties: readonly Mine[], today: CivilDate): readonly WaitingDuties[] {
  const groups = Map.groupBy(duties, ({ owner, kind }) => `${owner} ${kind}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group.toSorted((a, b) => (a.due < b.due ? -1 : 1));
    if (!first) return [];
    const { owner, kind, due } = first;
    return [{ owner, kind, due, count: group.length, late: group.filter((one) => one.due < today).length }];
  });
}
