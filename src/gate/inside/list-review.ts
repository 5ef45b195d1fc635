import { z } from 'zod';
import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { knownCase } from '../../domain/intake/known-case.ts';
import type { KnownCase, MatchWarning, RowPart } from '../../domain/intake/match.ts';
import type { GivenAnswer, StagedRow } from '../../domain/intake/staged-row.ts';
import { roles } from '../../security/access.ts';
import { findList, foldCases, listAnswers, type ListRow } from '../../store/questions/lists.ts';
import { inputs } from '../inputs.ts';
import { question, type Asking, type Fields } from '../question.ts';
import { TAKERS } from './list.ts';
import { planListRow, type PlannedRow } from './plan-list-row.ts';

/** What a list would do if it were let into the ledger now: opened + changed + unchanged + left out + refused = rows. */
export type ListPlan = {
  readonly rows: number;
  readonly opened: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly leftOut: number;
  readonly refused: number;
  /** Rows that do something or that warn, in the order of the file, those asked for; lines, parts and ids only. */
  readonly lines: readonly PlannedLine[];
  /** How many such lines there are, where not all are told; with `does`, of these alone. */
  readonly lineCount: number;
};

export type PlannedLine = {
  readonly line: number;
  readonly does: PlannedRow['counts'];
  readonly case?: CaseId;
  /** What the ward tells otherwise than the last time. */
  readonly parts: readonly RowPart[];
  readonly warnings: readonly MatchWarning[];
};

const DOES = [
  'opened',
  'changed',
  'unchanged',
  'left-out',
  'beside',
] as const satisfies readonly PlannedRow['counts'][];
const MOST_LINES = 500;
const PARTS_AT_A_TIME = 8;
/** No kind of list has fewer rows in a part. */
const FEWEST_IN_A_PART = 100;

/** `list.plan`: exactly what the commit of a list will do, with the answers given so far (CHI-8.1-3). */
export const planOfList = question({
  name: 'list.plan',
  says: 'Tell how many cases a list would open and change with the answers so far, and which lines do what',
  schema: z.strictObject({
    list: inputs.id('list'),
    does: z.enum(DOES).optional(),
    skip: z.int().min(0).max(1_000_000).default(0),
    limit: z.int().min(1).max(MOST_LINES).default(MOST_LINES),
  }),
  who: { allowed: TAKERS },
  reading: 'none',
  opens: [],
  purpose: 'intake-review',
  find: async ({ reader, staged, rules }, { list, does, skip, limit }) => {
    const about = await findList(reader, list);
    if (!about || about.keysDestroyed || about.state === 'received') return [];
    const answers = byLine(await listAnswers(reader, list, { from: 1, to: 2_000_000_000 }));
    const sums = { opened: 0, changed: 0, unchanged: 0, 'left-out': 0, beside: 0 };
    const lines: PlannedLine[] = [];
    let lineCount = 0;
    for (let from = 1; ; from += PARTS_AT_A_TIME) {
      const parts = await staged(list, { from, to: from + PARTS_AT_A_TIME });
      for (const { text } of parts) {
        for (const row of JSON.parse(text) as readonly StagedRow[]) {
          const planned = planListRow(row, answers.get(row.line) ?? [], about, rules.contract.year);
          sums[planned.counts] += 1;
          const line = plannedLine(row, planned);
          if (!line || (does && line.does !== does)) continue;
          lineCount += 1;
          if (lineCount > skip && lines.length < limit) lines.push(line);
        }
      }
      if (parts.length < PARTS_AT_A_TIME) break;
    }
    return [{ plan: planOf(about, sums, lines, lineCount) }];
  },
  show: (rows): ListPlan | null => rows[0]?.plan ?? null,
});

type Sums = Readonly<Record<PlannedRow['counts'], number>>;

function planOf(
  { rows, refused = 0 }: ListRow,
  sums: Sums,
  lines: readonly PlannedLine[],
  lineCount: number,
): ListPlan {
  const { opened, changed, 'left-out': leftOut } = sums;
  const staged = opened + changed + leftOut + sums.unchanged;
  // Lines that say the same as an earlier one were left out when the file was read: nothing is lost.
  const repeated = rows - refused - staged;
  return {
    rows,
    opened,
    changed,
    unchanged: sums.unchanged + repeated,
    leftOut,
    refused,
    lines,
    lineCount,
  };
}

function plannedLine(row: StagedRow, { counts }: PlannedRow): PlannedLine | undefined {
  const { line } = row;
  if (row.kind === 'hold') {
    const [first] = row.cases;
    return { line, does: counts, parts: [], warnings: [], ...(first ? { case: first } : {}) };
  }
  if (row.kind !== 'targets' && row.kind !== 'members') {
    const id = row.match.fits ? row.match.case : row.match.hold[0];
    return { line, does: counts, parts: [], warnings: [], ...(id ? { case: id } : {}) };
  }
  const { found, changed, warnings } = row.match;
  if (counts === 'unchanged' && warnings.length === 0) return undefined;
  const known = counts === 'opened' ? undefined : found?.case;
  return {
    line,
    does: counts,
    parts: counts === 'changed' ? changed : [],
    warnings,
    ...(known ? { case: known } : {}),
  };
}

function byLine(
  answered: Awaited<ReturnType<typeof listAnswers>>,
): ReadonlyMap<number, readonly GivenAnswer[]> {
  const found = new Map<number, GivenAnswer[]>();
  for (const { line, code, answer = '' } of answered) {
    const same = found.get(line);
    if (same) same.push({ line, code, answer });
    else found.set(line, [{ line, code, answer }]);
  }
  return found;
}

/** One row of a list beside what the ledger says of those whom it could mean. */
export type ComparedRow = {
  readonly row: Exclude<StagedRow, { kind: 'hold' }>;
  readonly cases: readonly {
    readonly case: CaseId;
    readonly due?: CivilDate;
    readonly ended?: NonNullable<KnownCase['ended']>;
    readonly fields: Fields;
  }[];
};

/** `list.compare`: a doubtful row and the ledger side by side, for the decision who she is (domain.md 4.4). */
export const compareRow = question({
  name: 'list.compare',
  says: 'Open one row of a list that waits and what the ledger says of whom it could mean, side by side',
  schema: z.strictObject({ list: inputs.id('list'), line: z.int().min(1) }),
  // As for the rows themselves: they hold what the mailing room must not see (section 13).
  who: { allowed: roles('responsible-manager') },
  reading: 'opened',
  opens: [
    'identity.name',
    'identity.kana',
    'identity.commonName',
    'identity.birthDate',
    'reference.number',
    'address.postcode',
    'address.address',
    'address.building',
    'contact.phone',
  ],
  purpose: 'intake-review',
  find: async ({ reader, staged }, { list, line }) => {
    const row = await findRow(staged, list, line);
    if (!row || row.kind === 'hold') return [];
    const ids = couldMean(row);
    const states = await foldCases(reader, ids);
    return [
      { part: 'row' as const, row },
      ...ids.flatMap((id) => {
        const state = states.get(id);
        const known = state && knownCase(id, state);
        return known ? [{ part: 'case' as const, subject: id, ...known }] : [];
      }),
    ];
  },
  show: (found, fields): ComparedRow | null => {
    const [head] = found;
    if (head?.part !== 'row') return null;
    return {
      row: head.row,
      cases: found.flatMap((one) =>
        one.part === 'case'
          ? [
              {
                case: one.case,
                ...(one.due === undefined ? {} : { due: one.due }),
                ...(one.ended === undefined ? {} : { ended: one.ended }),
                fields: fields(one),
              },
            ]
          : [],
      ),
    };
  },
});

function couldMean(row: Exclude<StagedRow, { kind: 'hold' }>): readonly CaseId[] {
  const { match } = row;
  if ('doubts' in match) return match.found?.case ? [match.found.case] : [];
  return match.fits ? [match.case] : match.hold;
}

/** Rows stand in the order of their lines, whatever the size of a part: looked for by halves. */
async function findRow(staged: Asking['staged'], list: ListId, line: number): Promise<StagedRow | undefined> {
  let [low, high] = [1, Math.ceil(line / FEWEST_IN_A_PART) + 1];
  while (low <= high) {
    const part = Math.floor((low + high) / 2);
    const [found] = await staged(list, { from: part, to: part + 1 });
    const rows: readonly StagedRow[] = found ? JSON.parse(found.text) : [];
    const inOrder = rows.filter(({ kind }) => kind !== 'hold');
    const row = inOrder.find((one) => one.line === line);
    if (row) return row;
    const first = inOrder[0];
    if (first === undefined || first.line > line) high = part - 1;
    else low = part + 1;
  }
  return undefined;
}
