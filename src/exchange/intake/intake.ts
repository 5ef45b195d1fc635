import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, JobId, ListId } from '../../domain/basics/ids.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import { reachesMonth8 } from '../../domain/calendar/pregnancy.ts';
import { columnName } from '../../domain/intake/columns.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import type { StagedRow, StagedSummary } from '../../domain/intake/staged-row.ts';
import type { By } from '../../gate/gate.ts';
import { jobKinds } from '../../gate/inside/job-kinds.ts';
import { SUMMARY_PART, type ShownList, type ShownListQuestion } from '../../gate/inside/list-questions.ts';
import { runJob } from '../../gate/job.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import { readHandOver, type NoHandOver } from './hand-over.ts';
import { asked, done, GateSaysNo, type IntakeDoor } from './intake-door.ts';
import { questionsOf } from './list-questions.ts';
import { matchList, type MatchedList } from './match-list.ts';
import { readList, type ReadList } from './read-list.ts';
import type { IntakeSettings } from './settings.ts';

/** What somebody wants to be taken in. */
export type IntakeWish = {
  readonly kind: 'targets' | 'follow-up' | 'changes' | 'attendance';
  readonly months: readonly YearMonth[];
  readonly password: string;
  /** The hand-over record as it was written (B-06). */
  readonly handOver: unknown;
  readonly commit: boolean;
  /** Women in addition to an earlier list of the same months: nobody is missing, and few need fit. */
  readonly addition?: boolean;
};

/** What became of the file; codes, lines and numbers only (design 6, `intake`). */
export type IntakeAnswer = {
  readonly list: ListId;
  readonly sha256: string;
  readonly rows: number;
  readonly accepted: number;
  readonly refused: readonly { readonly line: number; readonly column?: string; readonly reason: string }[];
  readonly questions: readonly { readonly line: number; readonly column?: string; readonly kind: string }[];
  readonly same: number;
  readonly changed: number;
  readonly missing: number;
  readonly committed: boolean;
};

export type NotTakenIn =
  | { readonly type: 'file-refused'; readonly refusal: FileRefusal }
  | NoHandOver
  | { readonly type: 'another-list-waits'; readonly list: ListId }
  | { readonly type: 'too-few-fit'; readonly rows: number; readonly fitting: number }
  | { readonly type: 'refused'; readonly refusal: GateRefusal };

/** The list was taken in before, the same file to the byte: nothing was changed. */
export type TakenIn = IntakeAnswer & {
  readonly again: boolean;
  readonly notCommitted?: GateRefusal;
  /** Women of the file by the month in which they reach the 8th month. */
  readonly monthsReached: readonly { readonly month: YearMonth; readonly women: number }[];
};

export type IntakeProgress = (step: 'match' | 'stage' | 'commit', done: number, total: number) => void;

/**
 * Takes in a file of the ward: read → checked → hand-over entered → matched → staged; with `commit` also let into the
 * ledger when no question is open (CHI-8.1-1 to 8.1-3). Until then nothing touches the ledger. The same file twice
 * changes nothing and gives the list it had become.
 */
export async function intake(
  door: IntakeDoor,
  bytes: Uint8Array,
  wish: IntakeWish,
  by: By,
  progress: IntakeProgress = () => undefined,
): Promise<Result<TakenIn, NotTakenIn>> {
  const today = dayOfInstant(door.parts.now());
  const handOver = readHandOver(wish.handOver, today);
  if (!handOver.ok) return handOver;
  const read = await readList(bytes, {
    kind: wish.kind,
    password: wish.password,
    months: wish.months,
    settings: settingsOf(door, today),
  });
  if (!read.ok) return err({ type: 'file-refused', refusal: read.error });
  try {
    return await takeIn({ door, by, wish, read: read.value, bytes, today, progress, ...handOver.value });
  } catch (error) {
    if (error instanceof GateSaysNo) return err({ type: 'refused', refusal: error.refusal });
    throw error;
  }
}

function settingsOf(door: IntakeDoor, today: CivilDate): IntakeSettings {
  const { rules } = door.parts;
  const recall = hasSubject(rules, 'members') && rules.members;
  return {
    municipality: door.programme.municipality.name,
    weeks: rules.intake.weeks,
    ...(recall ? { recall: { leastAge: recall.leastAge, year: rules.contract.year, today } } : {}),
  };
}

type Taking = {
  readonly door: IntakeDoor;
  readonly by: By;
  readonly wish: IntakeWish;
  readonly read: ReadList;
  readonly bytes: Uint8Array;
  readonly today: CivilDate;
  readonly progress: IntakeProgress;
} & (ReturnType<typeof readHandOver> & { readonly ok: true })['value'];

async function takeIn(taking: Taking): Promise<Result<TakenIn, NotTakenIn>> {
  const { door, by, wish, read } = taking;
  const known = await showList(taking, { sha256: read.sha256 });
  if (known && known.state !== 'received') return again(taking, known);
  // Broken off between entering and staging: begun anew.
  if (known) await done(door, by, 'list.discard', { list: known.list, reason: 'interrupted' });
  const waiting = await showList(taking, { openOf: wish.kind });
  // One that was approved and interrupted is carried on by whoever comes next.
  if (waiting?.state === 'approved') await commit(taking, waiting);
  else if (waiting) return err({ type: 'another-list-waits', list: waiting.list });

  const list = door.parts.ids.fresh('list');
  await done(door, by, 'list.receive', {
    list,
    kind: wish.kind,
    months: wish.months,
    asOf: taking.asOf,
    sha256: read.sha256,
    rows: read.rowCount,
    source: Buffer.from(taking.bytes).toString('base64'),
    handOver: taking.handOver,
  });
  const matched = await matchList(door, by, read, (at, total) => taking.progress('match', at, total));
  const earlier = await earlierCases(taking);
  if (tooFewFit(taking, matched, earlier)) {
    await done(door, by, 'list.discard', { list, reason: 'too-few-fit' });
    return err({ type: 'too-few-fit', rows: read.rowCount, fitting: matched.fitting });
  }
  const missing = earlier.filter((id) => !matched.named.has(id));
  await stage(taking, list, matched, missing);
  const staged = await mustShow(taking, list);
  return finish(taking, staged, false);
}

/** The file is known: what it became is told, and a commit that was not given yet may be given now. */
function again(taking: Taking, known: ShownList): Promise<Result<TakenIn, NotTakenIn>> {
  return finish(taking, known, true);
}

async function finish(
  taking: Taking,
  list: ShownList,
  repeated: boolean,
): Promise<Result<TakenIn, NotTakenIn>> {
  const refusal = taking.wish.commit ? await commit(taking, list) : undefined;
  const now = await mustShow(taking, list.list);
  const settled = repeated && list.state === 'committed';
  return ok({
    list: now.list,
    sha256: now.sha256,
    rows: now.rows,
    accepted: now.accepted ?? 0,
    refused: refusedOf(taking.read),
    questions: await openQuestions(taking, now.list),
    same: settled ? (now.accepted ?? 0) : (now.same ?? 0),
    changed: settled ? 0 : (now.changed ?? 0),
    missing: settled ? 0 : (now.missing ?? 0),
    committed: now.state === 'committed',
    again: repeated,
    monthsReached: monthsReached(taking),
    ...(refusal ? { notCommitted: refusal } : {}),
  });
}

/** Lets a staged list into the ledger and waits for its job; an interrupted job goes on. */
async function commit(taking: Taking, list: ShownList): Promise<GateRefusal | undefined> {
  const { door, by, progress } = taking;
  if (list.state === 'committed') return undefined;
  let job: JobId | undefined;
  if (list.state === 'staged') {
    const receipt = await door.execute([{ row: 'list.commit', input: { list: list.list } }], by);
    if (!receipt.ok) return receipt.error;
    job = receipt.value.facts.flatMap((fact) => (fact.type === 'list.approved' ? [fact.job] : []))[0];
  } else {
    job = list.job;
  }
  if (!job) return undefined;
  const finished = await runJob(door.parts, jobKinds, job, (at, total) => progress('commit', at, total));
  return finished.ok ? undefined : finished.error;
}

const ROWS_IN_A_PART = {
  targets: 250,
  members: 250,
  'follow-up': 250,
  attendance: 250,
  changes: 100,
} as const;
const PARTS_AT_A_TIME = 8;

async function stage(
  taking: Taking,
  list: ListId,
  matched: MatchedList,
  missing: readonly CaseId[],
): Promise<void> {
  const { door, by, read, wish, today, progress } = taking;
  const size = ROWS_IN_A_PART[read.kind];
  const last = Math.ceil(matched.rows.length / size);
  for (let first = 1; first <= last; first += PARTS_AT_A_TIME) {
    const parts = [];
    for (let part = first; part < first + PARTS_AT_A_TIME && part <= last; part += 1) {
      parts.push({ part, text: JSON.stringify(matched.rows.slice((part - 1) * size, part * size)) });
    }
    await done(door, by, 'list.stage-rows', { list, parts });
    progress('stage', Math.min(matched.rows.length, (first + parts.length - 1) * size), matched.rows.length);
  }
  const summary: StagedSummary = {
    refused: read.refused,
    questions: read.rows.flatMap(({ questions }) => questions),
    repeated: read.repeated,
    unknownColumns: read.unknownColumns,
  };
  const refused = new Set(read.refused.map(({ line }) => line)).size;
  await done(door, by, 'list.stage', {
    list,
    parts: [{ part: SUMMARY_PART, text: JSON.stringify(summary) }],
    questions: questionsOf({
      read,
      rows: matched.rows,
      missing,
      today,
      months: wish.months,
      rules: door.parts.rules.intake,
    }),
    counts: {
      accepted: read.rowCount - refused,
      refused,
      repeated: read.repeated.length,
      same: matched.rows.filter(isUnchanged).length + read.repeated.length,
      changed: matched.rows.filter(isChanged).length,
      missing: missing.length,
    },
  });
}

function isUnchanged(row: StagedRow): boolean {
  return (
    (row.kind === 'targets' || row.kind === 'members') &&
    row.match.found?.case !== undefined &&
    row.match.doubts.length === 0 &&
    row.match.changed.length === 0
  );
}

function isChanged(row: StagedRow): boolean {
  if (row.kind === 'targets' || row.kind === 'members') {
    const { found, doubts, changed } = row.match;
    return found?.case !== undefined && doubts.length === 0 && changed.length > 0;
  }
  return row.kind !== 'hold' && row.match.fits;
}

/** Cases that an earlier delivery of these months opened and that still reach the 8th month in one of them. */
async function earlierCases({ door, by, wish }: Taking): Promise<readonly CaseId[]> {
  if (wish.kind !== 'targets' || wish.addition) return [];
  const found = await asked<readonly { case: CaseId; due?: CivilDate }[]>(door, by, 'list.earlier-cases', {
    months: wish.months,
  });
  const { weeks } = door.parts.rules.intake;
  return found
    .filter(({ due }) => !due || !weeks || wish.months.includes(monthContaining(reachesMonth8(due, weeks))))
    .map((one) => one.case);
}

/** A list of changes that knows hardly anybody, or a second delivery that leaves out hardly fewer: another file. */
function tooFewFit({ door, wish, read }: Taking, matched: MatchedList, earlier: readonly CaseId[]): boolean {
  const { fewestFit, fewestRowsToJudge } = door.parts.rules.intake;
  if (read.rowCount < fewestRowsToJudge) return false;
  if (wish.kind !== 'targets') return matched.fitting < matched.rows.length * fewestFit;
  if (earlier.length === 0) return false;
  const fitting = earlier.filter((id) => matched.named.has(id)).length;
  return fitting < Math.min(earlier.length, read.rowCount) * fewestFit;
}

function monthsReached({ read, door }: Taking): TakenIn['monthsReached'] {
  const { weeks } = door.parts.rules.intake;
  if (read.kind !== 'targets' || !weeks) return [];
  const women = new Map<YearMonth, number>();
  for (const { row } of read.rows) {
    const month = monthContaining(reachesMonth8(row.due, weeks));
    women.set(month, (women.get(month) ?? 0) + 1);
  }
  return [...women]
    .map(([month, count]) => ({ month, women: count }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function refusedOf(read: ReadList): IntakeAnswer['refused'] {
  return read.refused.flatMap(({ problems }) =>
    problems.map(({ line, column, code }) => ({
      line,
      ...(column === undefined ? {} : { column }),
      reason: code,
    })),
  );
}

async function openQuestions({ door, by }: Taking, list: ListId): Promise<IntakeAnswer['questions']> {
  const rows = await asked<readonly ShownListQuestion[]>(door, by, 'list.questions', { list });
  return rows
    .filter(({ line, code }) => line > 0 && code !== 'row-refused')
    .map(({ line, code, column }) => {
      const name = column === undefined ? undefined : columnName(column);
      return { line, ...(name === undefined ? {} : { column: name }), kind: code };
    })
    .toSorted((a, b) => a.line - b.line);
}

function showList({ door, by }: Taking, which: object): Promise<ShownList | null> {
  return asked<ShownList | null>(door, by, 'list.show', which);
}

async function mustShow(taking: Taking, list: ListId): Promise<ShownList> {
  const found = await showList(taking, { list });
  if (!found) throw new Error('A list that was just entered is not there');
  return found;
}
