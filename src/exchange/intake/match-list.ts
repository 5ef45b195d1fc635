import { hash } from 'node:crypto';
import type { CaseId } from '../../domain/basics/ids.ts';
import { matchChange } from '../../domain/intake/match-change.ts';
import { matchInFile } from '../../domain/intake/match-in-file.ts';
import { matchTarget, type Marks, type RowPart } from '../../domain/intake/match.ts';
import type { RefusedRow } from '../../domain/intake/problems.ts';
import { partTexts, type ListedPerson } from '../../domain/intake/row-values.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import type { StagedRow } from '../../domain/intake/staged-row.ts';
import type { By } from '../../gate/gate.ts';
import type { MatchedRow } from '../../gate/inside/list-questions.ts';
import { asked, type IntakeDoor } from './intake-door.ts';
import type { ReadList } from './read-list.ts';

/** Rows with what was found about them, and the cases that the file names in any way. */
export type MatchedList = {
  readonly rows: readonly StagedRow[];
  /** Every case that a row, accepted or refused, could mean: none of them is missing from the file. */
  readonly named: ReadonlySet<CaseId>;
  /** How many rows fit somebody of the ledger at least by number. */
  readonly fitting: number;
};

const ROWS_AT_A_TIME = 1000;

type MatchInput = {
  readonly reference: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly postcode: string;
  readonly address: string;
  readonly building: string;
};

/** Compares a read list with the ledger and with itself. Nothing is decided where anything is in doubt. */
export async function matchList(
  door: IntakeDoor,
  by: By,
  read: ReadList,
  progress: (done: number, total: number) => void,
): Promise<MatchedList> {
  const ask = (rows: readonly MatchInput[]) => askInParts(door, by, rows, progress);
  const refused = await askRefused(ask, read.refused);
  const named = new Set(refused.flatMap(({ cases }) => cases));
  let fitting = 0;
  const see = (matched: MatchedRow) => {
    for (const one of matched.candidates) {
      const last = one.cases.at(-1);
      if (last) named.add(last.case);
    }
    if (matched.candidates.length > 0) fitting += 1;
  };
  if (read.kind === 'targets' || read.kind === 'members') {
    const rows = await matchTargets(door, read, ask, see);
    return { rows, named, fitting };
  }
  const inputs = read.rows.map(({ row }) => ({
    ...NOTHING,
    reference: row.reference,
    kana: row.kana ?? '',
    birthDate: row.birthDate ?? '',
  }));
  const matched = await ask(inputs);
  matched.forEach(see);
  const rows = read.rows.map(({ line, row }, index): StagedRow => {
    const match = matchChange(row, matched[index]?.candidates ?? []);
    return { kind: read.kind, line, row, match } as StagedRow;
  });
  const held = read.kind === 'changes' ? refused.filter(({ cases }) => cases.length > 0) : [];
  return {
    rows: [...rows, ...held.map(({ line, cases }) => ({ kind: 'hold', line, cases }) as const)],
    named,
    fitting,
  };
}

async function matchTargets(
  door: IntakeDoor,
  read: ReadList & { readonly kind: 'targets' | 'members' },
  ask: (rows: readonly MatchInput[]) => Promise<readonly MatchedRow[]>,
  see: (matched: MatchedRow) => void,
): Promise<readonly StagedRow[]> {
  const { ids, rules } = door.parts;
  const tolerance = hasSubject(rules, 'eligibility') ? rules.eligibility.dueDateTolerance : 0;
  const matched = await ask(read.rows.map(({ row }) => inputOf(row)));
  matched.forEach(see);
  const inFile = matchInFile(
    read.rows.flatMap(({ line }, index) => {
      const keys = matched[index]?.keys;
      return keys ? [{ line, ...keys }] : [];
    }),
  );
  return read.rows.map(({ line, row }, index): StagedRow => {
    const { candidates = [], warnings = [] } = matched[index] ?? {};
    const marks = marksOf(row);
    const due = 'due' in row ? { due: row.due } : {};
    const match = matchTarget({ ...due, marks }, candidates, tolerance);
    const beside = inFile.get(line);
    const all = new Set([...match.warnings, ...warnings, ...(beside?.warnings ?? [])]);
    const twice = beside?.twiceWith !== undefined;
    return {
      kind: read.kind,
      line,
      row,
      marks,
      match: {
        ...match,
        doubts: twice ? [...match.doubts, 'twice-in-file'] : match.doubts,
        warnings: [...all],
      },
      newCase: ids.fresh('case'),
      newPerson: ids.fresh('person'),
    } as StagedRow;
  });
}

async function askRefused(
  ask: (rows: readonly MatchInput[]) => Promise<readonly MatchedRow[]>,
  refused: readonly RefusedRow[],
): Promise<readonly { readonly line: number; readonly cases: readonly CaseId[] }[]> {
  const known = refused.flatMap(({ line, reference }) =>
    reference === undefined ? [] : [{ line, reference }],
  );
  const matched = await ask(known.map(({ reference }) => ({ ...NOTHING, reference })));
  return known.map(({ line }, index) => ({
    line,
    cases: (matched[index]?.candidates ?? []).flatMap(({ cases }) => cases.at(-1)?.case ?? []),
  }));
}

async function askInParts(
  door: IntakeDoor,
  by: By,
  rows: readonly MatchInput[],
  progress: (done: number, total: number) => void,
): Promise<readonly MatchedRow[]> {
  const matched: MatchedRow[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    const some = rows.slice(from, from + ROWS_AT_A_TIME);
    matched.push(...(await asked<readonly MatchedRow[]>(door, by, 'list.match', { rows: some })));
    progress(matched.length, rows.length);
  }
  return matched;
}

const NOTHING: MatchInput = {
  reference: '',
  kana: '',
  birthDate: '',
  phone: '',
  postcode: '',
  address: '',
  building: '',
};

function inputOf({ reference, kana, birthDate, phone, address }: ListedPerson): MatchInput {
  return {
    reference,
    kana,
    birthDate,
    phone: phone ?? '',
    postcode: address.postcode,
    address: address.address,
    building: address.building ?? '',
  };
}

/** Sealed with her values and never outside of them: short digests are enough to see that something changed. */
function marksOf(row: ListedPerson): Marks {
  return Object.fromEntries(
    Object.entries(partTexts(row)).map(([part, text]) => [
      part as RowPart,
      hash('sha256', text, 'base64url').slice(0, 12),
    ]),
  );
}
