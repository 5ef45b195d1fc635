import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { FileRefusal, ListEncoding, RefusedRow, RowProblem } from '../../domain/intake/problems.ts';
import type {
  AttendanceRow,
  ChangeRow,
  FollowUpRow,
  MemberRow,
  TargetRow,
} from '../../domain/intake/rows.ts';
import { attendanceForm, readAttendance } from './attendance.ts';
import { cellForms } from './cell-forms.ts';
import { changesForm, readChange } from './changes.ts';
import { openContainer } from './container.ts';
import type { ContainerKind } from './opened-container.ts';
import { decodeList, findEncoding } from './encoding.ts';
import { followUpForm, readFollowUp } from './follow-up.ts';
import { membersForm, readMember } from './members.ts';
import { checkReferences } from './references.ts';
import { draftOf, type RowDraft } from './row-draft.ts';
import type { IntakeSettings } from './settings.ts';
import { readTable, type TableForm } from './table.ts';
import { readTarget, targetsForm } from './targets.ts';

export type ListRequest = {
  readonly kind: 'targets' | 'follow-up' | 'changes';
  readonly password: string;
  /** The month(s) in which the women of the list reach the 8th month; several on a catch-up list (AMB-58). */
  readonly months: readonly YearMonth[];
  readonly settings: IntakeSettings;
  /** Rows as the hand-over says, where it does: the only guard against a list cut at a line end. */
  readonly handedOver?: number;
};

/** The list of who attended, where insured persons are recalled. */
export type AttendanceRequest = Omit<ListRequest, 'kind'> & { readonly kind: 'attendance' };

export type CheckedRow<Row> = {
  readonly line: number;
  readonly row: Row;
  /** A person answers them before commit (`mayWaitForPrint` names the exception). */
  readonly questions: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
};

/** A list that was read: `rows = rows.length + repeated.length + refused.length` (CHI-8.1-3). */
export type ReadList = {
  /** Of the file as received, hexadecimal. */
  readonly sha256: string;
  readonly container: ContainerKind;
  readonly encoding: ListEncoding;
  readonly rowCount: number;
  /** Lines that say the same as an earlier line. Accepted and left out; nothing is lost. */
  readonly repeated: readonly { readonly line: number; readonly sameAs: number }[];
  readonly refused: readonly RefusedRow[];
  readonly unknownColumns: readonly string[];
  readonly blankLines: readonly number[];
} & (
  | { readonly kind: 'targets'; readonly rows: readonly CheckedRow<TargetRow>[] }
  | { readonly kind: 'members'; readonly rows: readonly CheckedRow<MemberRow>[] }
  | { readonly kind: 'attendance'; readonly rows: readonly CheckedRow<AttendanceRow>[] }
  | { readonly kind: 'follow-up'; readonly rows: readonly CheckedRow<FollowUpRow>[] }
  | { readonly kind: 'changes'; readonly rows: readonly CheckedRow<ChangeRow>[] }
);

/**
 * From the bytes of the ward to checked rows: unlocked, decoded, split, each row accepted, refused or accepted with
 * questions. A file of which more than half is refused is refused as a whole, with all its reasons. Nothing is
 * compared with the ledger here and nothing is written. Reading lets other work through after every few rows.
 */
export async function readList(
  bytes: Uint8Array,
  request: ListRequest | AttendanceRequest,
): Promise<Result<ReadList, FileRefusal>> {
  const opened = await openContainer(bytes, request.password);
  if (!opened.ok) return opened;
  const encoding = findEncoding(opened.value.bytes);
  if (!encoding.ok) return encoding;
  const pieces = decodeList(opened.value.bytes, encoding.value);
  const head = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    container: opened.value.kind,
    encoding: encoding.value,
  };
  const { kind, months, settings } = request;
  switch (kind) {
    case 'targets': {
      const { weeks, recall } = settings;
      if (recall) {
        const readRow = (draft: RowDraft) => readMember(draft, settings, recall);
        const rows = await readRows({ pieces, form: membersForm, readRow, uniqueNumbers: true }, request);
        return rows.ok ? ok({ ...head, kind: 'members', ...rows.value }) : rows;
      }
      if (!weeks) throw new Error('This programme says nothing of whom its targets list names');
      const readRow = (draft: RowDraft) => readTarget(draft, months, { ...settings, weeks });
      const rows = await readRows({ pieces, form: targetsForm, readRow, uniqueNumbers: true }, request);
      return rows.ok ? ok({ ...head, kind, ...rows.value }) : rows;
    }
    case 'follow-up': {
      if (settings.recall) return err({ type: 'kind-unknown-here' });
      const rows = await readRows(
        { pieces, form: followUpForm, readRow: readFollowUp, uniqueNumbers: true },
        request,
      );
      return rows.ok ? ok({ ...head, kind, ...rows.value }) : rows;
    }
    case 'attendance': {
      const { recall } = settings;
      if (!recall) return err({ type: 'kind-unknown-here' });
      const readRow = (draft: RowDraft) => readAttendance(draft, recall);
      const rows = await readRows({ pieces, form: attendanceForm, readRow, uniqueNumbers: false }, request);
      return rows.ok ? ok({ ...head, kind, ...rows.value }) : rows;
    }
    case 'changes': {
      const rows = await readRows(
        { pieces, form: changesForm, readRow: readChange, uniqueNumbers: false },
        request,
      );
      return rows.ok ? ok({ ...head, kind, ...rows.value }) : rows;
    }
  }
}

type RowSource<Row> = {
  readonly pieces: Iterable<string>;
  readonly form: TableForm;
  readonly readRow: (draft: RowDraft) => Row | undefined;
  readonly uniqueNumbers: boolean;
};

type RowsRead<Row> = Pick<ReadList, 'rowCount' | 'repeated' | 'refused' | 'unknownColumns' | 'blankLines'> & {
  readonly rows: readonly CheckedRow<Row>[];
};

async function readRows<Row extends { readonly reference: string }>(
  source: RowSource<Row>,
  request: Pick<ListRequest, 'handedOver' | 'settings'>,
): Promise<Result<RowsRead<Row>, FileRefusal>> {
  const rows: CheckedRow<Row>[] = [];
  const refused: RefusedRow[] = [];
  let strayLines = 0;
  const table = await readTable(
    source.pieces,
    source.form,
    (tableRow) => {
      const draft = draftOf(tableRow);
      const row = source.readRow(draft);
      if (row === undefined) refused.push(refusedRow(draft));
      else
        rows.push({ line: tableRow.line, row, questions: kept(draft.questions), notes: kept(draft.notes) });
    },
    (problem) => {
      if (problem.code !== 'cell-count') strayLines += 1;
      refused.push({ line: problem.line, problems: [problem] });
    },
  );
  if (!table.ok) return table;
  const people = table.value.rows - strayLines;
  if (request.handedOver !== undefined && request.handedOver !== people) {
    return err({ type: 'row-count-differs', expected: request.handedOver, found: people });
  }
  const checked = withoutDoubtfulNumbers(rows, refused, source.uniqueNumbers, request.settings);
  if (checked.refused.length * 2 > table.value.rows) {
    return err({ type: 'too-many-refused', rows: table.value.rows, refused: checked.refused });
  }
  const { unknownColumns, blankLines, rows: rowCount } = table.value;
  return ok({ ...checked, rowCount, unknownColumns, blankLines });
}

/** Fifty thousand empty lists are one empty list. */
function kept(problems: readonly RowProblem[]): readonly RowProblem[] {
  return problems.length === 0 ? NONE : problems;
}

const NONE: readonly RowProblem[] = [];

function refusedRow({ row, refusals }: RowDraft): RefusedRow {
  const reference = cellForms.reference.parse(row.cell('整理番号') ?? '');
  const known = reference.ok && !refusals.some(({ column }) => column === '整理番号');
  return { line: row.line, ...(known && { reference: reference.value }), problems: refusals };
}

function withoutDoubtfulNumbers<Row extends { readonly reference: string }>(
  rows: readonly CheckedRow<Row>[],
  refused: readonly RefusedRow[],
  uniqueNumbers: boolean,
  settings: IntakeSettings,
): Pick<RowsRead<Row>, 'rows' | 'refused' | 'repeated'> {
  const referenced = [
    ...rows.map(({ line, row }) => ({ line, reference: row.reference, content: row })),
    ...refused.flatMap(({ line, reference }) =>
      reference === undefined ? [] : [{ line, reference, content: undefined }],
    ),
  ];
  const found = checkReferences(referenced, uniqueNumbers, settings.referenceDigits);
  const dropped = new Set(found.repeated.map(({ line }) => line));
  const also = rows.flatMap(({ line, row }) => {
    const problem = found.refusals.get(line);
    return problem === undefined ? [] : [{ line, reference: row.reference, problems: [problem] }];
  });
  return {
    rows: rows.filter(({ line }) => !found.refusals.has(line) && !dropped.has(line)),
    refused: [...refused, ...also].sort((a, b) => a.line - b.line),
    repeated: found.repeated,
  };
}
