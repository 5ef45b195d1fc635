import assert from 'node:assert/strict';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import { intake, type IntakeWish, type NotTakenIn, type TakenIn } from '../../src/exchange/intake/intake.ts';
import type { Result } from '../../src/domain/basics/result.ts';
import type { Place } from '../../src/place/place.ts';
import { factOf } from '../../src/store/journal.ts';
import { month } from './read-ward-list.ts';
import { PASSWORD, wardFile, type Cells } from './ward-file.ts';

export const HAND_OVER = {
  method: 'in-person',
  medium: 'CD-R',
  from: '健康推進課 母子保健係',
  to: '事務局 見本',
  at: '2026-05-01T10:00',
};

/** Takes rows in as a file of the ward would be, by a mailing clerk; staged only unless the wish says otherwise. */
export async function takeIn(
  place: Place,
  by: string,
  rows: readonly Cells[],
  wish: Partial<IntakeWish> = {},
): Promise<Result<TakenIn, NotTakenIn>> {
  return takeInFile(place, by, await wardFile(rows, { encoding: 'utf-8' }), wish);
}

export function takeInFile(
  place: Place,
  by: string,
  bytes: Uint8Array,
  wish: Partial<IntakeWish> = {},
): Promise<Result<TakenIn, NotTakenIn>> {
  return intake(
    place,
    bytes,
    {
      kind: 'targets',
      months: [month('2026-05')],
      password: PASSWORD,
      handOver: HAND_OVER,
      commit: false,
      ...wish,
    },
    { actor: by },
  );
}

/** Takes rows in and lets them into the ledger; a refusal or an open question fails the test. */
export async function commitRows(
  place: Place,
  by: string,
  rows: readonly Cells[],
  wish: Partial<IntakeWish> = {},
): Promise<TakenIn> {
  const taken = value(await takeIn(place, by, rows, { ...wish, commit: true }));
  assert.equal(taken.notCommitted?.refused, undefined);
  assert.ok(taken.committed);
  return taken;
}

export function value(result: Result<TakenIn, NotTakenIn>): TakenIn {
  if (!result.ok) throw new Error(`Not taken in: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Why a file was not taken in: the type, and the code of the file's or the gate's refusal. */
export function reason(result: Result<TakenIn, NotTakenIn>): string {
  if (result.ok) return 'taken in';
  const { error } = result;
  if (error.type === 'file-refused') return `file-refused ${error.refusal.type}`;
  return error.type === 'refused' ? `refused ${error.refusal.refused}` : error.type;
}

/** Every fact of a place, in the order written; with a type only those. */
export async function factsIn<Type extends RecordedFact['type']>(
  place: Place,
  ...types: readonly Type[]
): Promise<readonly (RecordedFact & { readonly type: Type })[]> {
  const rows = await place.database.reader.rows({
    name: 'test-facts',
    text: 'select line from fact order by ord',
  });
  return rows
    .map((row) => factOf(String(row['line'])))
    .filter((fact): fact is RecordedFact & { readonly type: Type } =>
      (types as readonly string[]).includes(fact.type),
    );
}

/** The cases of the ledger as `p_case` shows them, in the order in which they were opened. */
export async function casesIn(place: Place): Promise<readonly CaseId[]> {
  return (await factsIn(place, 'case.opened')).map((fact) => fact.case);
}
