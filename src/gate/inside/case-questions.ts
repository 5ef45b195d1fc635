import { z } from 'zod';
import type { CaseState } from '../../domain/case.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Target } from '../../domain/eligibility/condition.ts';
import { mailingTarget } from '../../domain/eligibility/mailing-target.ts';
import { recallTarget, resendTarget } from '../../domain/eligibility/resend-target.ts';
import { visitTarget } from '../../domain/eligibility/visit-target.ts';
import {
  mayGoOut,
  WHAT_STOPS_WHAT,
  type Outgoing,
  type StopWord,
} from '../../domain/standing/what-stops-what.ts';
import { folds } from '../../domain/streams.ts';
import { conditionWords, labelWords, resultWords, whyWords } from '../../programmes/words/eligibility.ts';
import { outgoingWords, stopWords } from '../../programmes/words/stops.ts';
import { timelineSentence } from '../../programmes/words/timeline.ts';
import { assigned, roles } from '../../security/access.ts';
import { factsAroundCase, factsOfCase } from '../../store/questions/case-facts.ts';
import { listCases, listedCases, listedIds } from '../../store/questions/case-list.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';

const OFFICE = roles('responsible-manager', 'operator', 'ward-staff');
const MOST_SHOWN = 500;

/** `case.list`: cases by the month of reaching the 8th month, by stop and by state (DOC-01, AMB-38). */
export const listOfCases = question({
  name: 'case.list',
  says: 'List cases by month, stop and state',
  schema: z.strictObject({
    month: inputs.month.optional(),
    stop: z.enum(Object.keys(WHAT_STOPS_WHAT) as [StopWord, ...StopWord[]]).optional(),
    state: z.enum(['open', 'stopped', 'closed', 'follow-up-proposed', 'unregistered']).optional(),
    limit: z.int().min(1).max(MOST_SHOWN).default(100),
    /** By due date, a page after the other by `after`; or by kana, whoever stands at `skip` and after her. */
    order: z.enum(['due', 'kana']).default('due'),
    skip: z.int().min(0).max(1_000_000).default(0),
    /** `next` of the page before. */
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} case_[a-z0-9-]{1,64}$/)
      .optional(),
  }),
  who: { allowed: OFFICE },
  reading: 'listed',
  opens: ['identity.name', 'identity.kana', 'identity.birthDate'],
  purpose: 'casework',
  find: async ({ reader, search, today }, input) => {
    const kinds = (['month', 'stop', 'state'] as const).filter((kind) => input[kind] !== undefined);
    if (input.order === 'due') return { ...(await listCases(reader, input, today)), kinds };
    const [ids, people] = await Promise.all([listedIds(reader, input, today), search()]);
    const page = people.inOrder(ids).slice(input.skip, input.skip + input.limit);
    return { rows: await listedCases(reader, page, today), hits: ids.length, kinds };
  },
  show: (rows, fields, input, _asking, hits) => {
    const last = rows.at(-1);
    return {
      left: hits,
      cases: rows.map(({ subject: _subject, ...row }) => ({
        ...row,
        stops: row.stops.map((code) => ({ code, words: stopWords[code] })),
        fields: fields({ ...row, subject: row.case }),
      })),
      ...(last && input.order === 'due' && hits > input.limit ? { next: `${last.due} ${last.case}` } : {}),
    };
  },
});

/** `case.eligibility`: why she is or is not a target today, condition by condition, and what may go out (CHI-4-1). */
export const explainEligibility = question({
  name: 'case.eligibility',
  says: 'Explain condition by condition whether a woman is a target, and what may go out to her',
  schema: z.strictObject({ case: inputs.id('case'), on: inputs.date.optional() }),
  who: { allowed: OFFICE },
  reading: 'opened',
  opens: [],
  purpose: 'casework',
  find: async ({ reader, today, rules }, input) => {
    const facts = await factsOfCase(reader, input.case);
    if (facts.length === 0) return [];
    const state = facts.reduce(folds.case.evolve, folds.case.initial);
    const on = input.on ?? today;
    const explained = {
      on,
      mailing: explain(mailingTarget(state.standing, on, rules)),
      visit: explain(visitTarget(state, on, rules)),
      resend: explain(resendTarget(state, on, rules)),
      recall: explain(recallTarget(state, on, rules)),
      ways: (Object.keys(outgoingWords) as Outgoing[]).map((way) => wayOf(state, way, on)),
    };
    return [{ case: input.case, subject: input.case, explained }];
  },
  show: (rows) => rows.map(({ case: id, explained }) => ({ case: id, ...explained })),
});

/**
 * `case.timeline`: everything that happened to a case, in plain words, the ward's matters among it. Facts alone, nothing
 * of the vault: so the auditor may follow a number of a report to the case behind it (CHI-15.4-1).
 */
export const showTimeline = question({
  name: 'case.timeline',
  says: 'Show what happened to a case in plain words',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: { allowed: [...OFFICE, ...roles('auditor'), ...assigned('visitor')] },
  reading: 'opened',
  opens: [],
  purpose: 'casework',
  find: async ({ reader }, input) => {
    const facts = await factsAroundCase(reader, input.case);
    return facts.length === 0 ? [] : [{ case: input.case, subject: input.case, facts }];
  },
  show: (rows) =>
    rows.flatMap(({ facts }) =>
      facts
        .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
        .map((fact) => ({
          fact: fact.id,
          type: fact.type,
          at: fact.at,
          recordedAt: fact.recordedAt,
          actor: fact.actor,
          words: timelineSentence(fact),
        })),
    ),
});

function explain({ eligible, conditions, label }: Target) {
  return {
    eligible,
    ...(label ? { label, labelWords: labelWords[label] } : {}),
    conditions: conditions.map((one) => ({
      ...one,
      words: `${conditionWords[one.code]}:${resultWords[one.result]}。${whyWords[one.why]}`,
    })),
  };
}

function wayOf({ standing }: CaseState, way: Outgoing, on: CivilDate) {
  const verdict = mayGoOut(standing, way, on);
  const words = verdict.goes ? '進められます' : `止まっています(${stopWords[verdict.stoppedBy]})`;
  return { way, ...verdict, words: `${outgoingWords[way]}:${words}` };
}
