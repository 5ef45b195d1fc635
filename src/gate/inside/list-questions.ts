import { z } from 'zod';
import { FIRST_ANSWER_PART } from '../../domain/intake/answer-question.ts';
import type { CaseId, PersonId } from '../../domain/basics/ids.ts';
import { knownCase } from '../../domain/intake/known-case.ts';
import {
  couldBeHer,
  warningOf,
  type Candidate,
  type KnownCase,
  type MatchKey,
  type MatchWarning,
} from '../../domain/intake/match.ts';
import type { GivenAnswer, StagedRow, StagedSummary } from '../../domain/intake/staged-row.ts';
import { machine, roles } from '../../security/access.ts';
import type { Reader } from '../../store/connection.ts';
import { findJob, type Job } from '../../store/job.ts';
import {
  allLists,
  casesOfMonths,
  findList,
  foldCases,
  listAnswers,
  listByDigest,
  listOutcome,
  listQuestions,
  openListOfKind,
  type ListOutcome,
  type ListQuestionRow,
  type ListRow,
} from '../../store/questions/lists.ts';
import { inputs } from '../inputs.ts';
import { question, type Asking } from '../question.ts';

const TAKERS = roles('responsible-manager', 'mailing-clerk');
const LOOKERS = roles('responsible-manager', 'mailing-clerk', 'ward-staff', 'auditor');

/** A list and a question about one, as they are shown. While the job carries it in: how far it is; then what became of it. */
export type ShownList = ListRow & {
  readonly progress?: Pick<Job, 'done' | 'total' | 'state'>;
  readonly outcome?: ListOutcome;
};
export type ShownListQuestion = ListQuestionRow;

/** `list.match`: who of the ledger a row could be. What agrees is told, never what it says. */
export const matchRows = question({
  name: 'list.match',
  says: 'Compare rows of a list with the ledger',
  schema: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          reference: z.string(),
          kana: z.string(),
          birthDate: z.string(),
          phone: z.string(),
          postcode: z.string(),
          address: z.string(),
          building: z.string(),
        }),
      )
      .max(1000),
  }),
  who: { allowed: TAKERS },
  reading: 'bulk',
  opens: ['reference.delivered'],
  purpose: 'intake-match',
  find: ({ reader, search }, { rows }) => findMatches(reader, search, rows),
  show: (found, fields, { rows }): readonly MatchedRow[] => {
    const matched = rows.map(() => ({
      keys: { kana: '', birthDate: 0, address: '' },
      warnings: [],
      candidates: [],
    })) as {
      keys: MatchedRow['keys'];
      warnings: readonly MatchWarning[];
      candidates: Candidate[];
    }[];
    for (const one of found) {
      const row = matched[one.at];
      if (!row) continue;
      if (one.keys) row.keys = one.keys;
      if (one.warnings) row.warnings = one.warnings;
      if (!one.candidate) continue;
      const delivered = fields(one)['reference.delivered'];
      row.candidates.push({
        ...one.candidate,
        ...(delivered === undefined ? {} : { delivered: JSON.parse(delivered) }),
      });
    }
    return matched;
  },
});

/** What matching finds for one row: its keys for comparing inside the file, warnings, and who she could be. */
export type MatchedRow = {
  readonly keys: { readonly kana: string; readonly birthDate: number; readonly address: string };
  readonly warnings: readonly MatchWarning[];
  readonly candidates: readonly Candidate[];
};

type FoundMatch = {
  readonly at: number;
  readonly keys?: MatchedRow['keys'];
  readonly warnings?: readonly MatchWarning[];
  readonly candidate?: Candidate;
  readonly subject?: PersonId;
};

type MatchInput = Readonly<
  Record<'reference' | 'kana' | 'birthDate' | 'phone' | 'postcode' | 'address' | 'building', string>
>;

async function findMatches(
  reader: Reader,
  openSearch: Asking['search'],
  rows: readonly MatchInput[],
): Promise<readonly FoundMatch[]> {
  const search = await openSearch();
  const found: FoundMatch[] = [];
  const hers: { at: number; person: PersonId; cases: readonly CaseId[]; agrees: readonly MatchKey[] }[] = [];
  for (const [at, row] of rows.entries()) {
    const keys = search.keysOf({
      'identity.kana': row.kana,
      'identity.birthDate': row.birthDate,
      'reference.number': row.reference,
      'address.postcode': row.postcode,
      'address.address': row.address,
      'address.building': row.building,
      'contact.phone': row.phone,
    });
    const { kana, birthDate, phone, address, reference } = keys;
    const warnings = new Set<MatchWarning>();
    for (const one of search.candidates({ kana, birthDate, phone, address, reference })) {
      if (couldBeHer(one.agrees)) {
        hers.push({ at, person: one.person, cases: one.cases, agrees: one.agrees });
      } else {
        const warning = warningOf(one.agrees);
        if (warning) warnings.add(warning);
      }
    }
    found.push({ at, keys: { kana, birthDate, address }, warnings: [...warnings] });
  }
  const states = await foldCases(reader, [...new Set(hers.flatMap(({ cases }) => cases))]);
  for (const { at, person, cases, agrees } of hers) {
    const known = cases
      .flatMap((id) => {
        const state = states.get(id);
        const seen = state && knownCase(id, state);
        return seen ? [seen] : [];
      })
      .toSorted(byOpening);
    found.push({ at, subject: person, candidate: { person, agrees, cases: known } });
  }
  return found;
}

function byOpening(a: KnownCase, b: KnownCase): number {
  return a.openedOn < b.openedOn ? -1 : a.openedOn > b.openedOn ? 1 : a.case < b.case ? -1 : 1;
}

/** `list.staged`: one part of the rows that wait, with the answers given so far. */
export const showStaged = question({
  name: 'list.staged',
  says: 'Show checked and matched rows of a list that waits, side by side with what was found',
  schema: z.strictObject({ list: inputs.id('list'), part: z.int().min(1) }),
  // The rows hold what the mailing room must not see: telephone, remarks, whom she can talk to (section 13).
  who: { allowed: [...roles('responsible-manager'), ...machine('system:intake')] },
  reading: 'bulk',
  opens: [],
  purpose: 'intake-review',
  find: async ({ reader, staged }, { list, part }) => {
    const [found] = await staged(list, { from: part, to: part + 1 });
    if (!found) return [];
    const rows: readonly StagedRow[] = JSON.parse(found.text);
    const lines = rows.map(({ line }) => line);
    const answered = await listAnswers(reader, list, { from: Math.min(...lines), to: Math.max(...lines) });
    const words = await staged(list, { from: FIRST_ANSWER_PART, to: 2_000_000_000 });
    return [
      {
        rows,
        answers: answersWith(
          answered,
          words.map(({ text }) => JSON.parse(text)),
        ),
      },
    ];
  },
  show: (found): StagedPart | null => {
    const [part] = found;
    return part ? { rows: part.rows, answers: part.answers } : null;
  },
});

export type StagedPart = { readonly rows: readonly StagedRow[]; readonly answers: readonly GivenAnswer[] };

type AnswerWords = {
  readonly line: number;
  readonly code: string;
  readonly column?: string;
  readonly value: string;
};

function answersWith(
  answered: Awaited<ReturnType<typeof listAnswers>>,
  words: readonly AnswerWords[],
): readonly GivenAnswer[] {
  return answered.map(({ line, code, column, answer }) => {
    const value = words.findLast(
      (one) => one.line === line && one.code === code && (one.column === undefined || one.column === column),
    )?.value;
    return {
      line,
      code,
      ...(column === undefined ? {} : { column }),
      answer: answer ?? '',
      ...(value === undefined || answer !== 'print-as' ? {} : { value }),
    };
  });
}

/** `list.summary`: rows that were refused and what was asked, of a list whose key still lives. */
export const showSummary = question({
  name: 'list.summary',
  says: 'Show which rows of a list were refused and why',
  schema: z.strictObject({ list: inputs.id('list') }),
  who: { allowed: TAKERS },
  reading: 'bulk',
  opens: [],
  purpose: 'intake-review',
  find: async ({ staged }, { list }) => {
    const [found] = await staged(list, { from: SUMMARY_PART, to: SUMMARY_PART + 1 });
    return found ? [{ summary: JSON.parse(found.text) as StagedSummary }] : [];
  },
  show: (found): StagedSummary | null => found[0]?.summary ?? null,
});

/** The part that holds the summary, beyond all rows and before all answers. */
export const SUMMARY_PART = 900_000;

/** `list.show`: one list by id, by the digest of its file, or the open one of a kind. Codes and numbers only. */
export const showList = question({
  name: 'list.show',
  says: 'Show how far a list of the ward is',
  schema: z.strictObject({
    list: inputs.id('list').optional(),
    sha256: inputs.code.optional(),
    openOf: z.enum(['targets', 'follow-up', 'changes', 'attendance', 'designations']).optional(),
  }),
  who: { allowed: [...LOOKERS, ...machine('system:intake')] },
  reading: 'none',
  opens: [],
  purpose: 'intake',
  find: async ({ reader }, { list, sha256, openOf }) => {
    const found = list
      ? await findList(reader, list)
      : sha256
        ? await listByDigest(reader, sha256)
        : openOf && (await openListOfKind(reader, openOf));
    return found ? [{ found: await withProgress(reader, found) }] : [];
  },
  show: (rows): ShownList | null => rows[0]?.found ?? null,
});

async function withProgress(reader: Reader, found: ListRow): Promise<ShownList> {
  if (found.state === 'committed') {
    const outcome = await listOutcome(reader, found.list);
    return outcome ? { ...found, outcome } : found;
  }
  const job = found.job && (await findJob(reader, found.job));
  if (!job) return found;
  const { done, total, state } = job;
  return { ...found, progress: { done, total, state } };
}

/** `list.lists`: every list of the ward, the latest first. */
export const showLists = question({
  name: 'list.lists',
  says: 'Show every list of the ward and how far it is',
  schema: z.strictObject({}),
  who: { allowed: LOOKERS },
  reading: 'none',
  opens: [],
  purpose: 'intake',
  find: async ({ reader }) => (await allLists(reader)).map((found) => ({ found })),
  show: (rows) => rows.map(({ found }) => found),
});

/** `list.questions`: what waits for an answer, the soonest due first (照会票). */
export const showListQuestions = question({
  name: 'list.questions',
  says: 'Show the open questions about the lists of the ward',
  schema: z.strictObject({ list: inputs.id('list').optional(), answered: z.boolean().default(false) }),
  who: { allowed: LOOKERS },
  reading: 'none',
  opens: [],
  purpose: 'intake',
  find: async ({ reader }, { list, answered }) =>
    (await listQuestions(reader, list, answered)).map((found) => ({ found })),
  show: (rows) => rows.map(({ found }) => found),
});

/** `list.earlier-cases`: cases that an earlier delivery of these months has opened; ids and due dates only. */
export const showEarlierCases = question({
  name: 'list.earlier-cases',
  says: 'Show which cases came with earlier lists of the same months',
  schema: z.strictObject({ months: z.array(inputs.month).min(1) }),
  who: { allowed: TAKERS },
  reading: 'none',
  opens: [],
  purpose: 'intake-match',
  // An erased woman is missing from every list, and nobody asks the ward about her.
  find: async ({ reader, search }, { months }) => {
    const known = (await search()).cases();
    return (await casesOfMonths(reader, months))
      .filter((found) => known.has(found.case))
      .map((found) => ({ found }));
  },
  show: (rows) => rows.map(({ found }) => found),
});
