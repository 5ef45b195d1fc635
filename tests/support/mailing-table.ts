import assert from 'node:assert/strict';
import type { BatchId, CaseId } from '../../src/domain/basics/ids.ts';
import { mod7 } from '../../src/domain/text/check-digits.ts';
import type { Place } from '../../src/place/place.ts';
import { commitRows } from './take-in.ts';
import { woman } from './ward-women.ts';

let serial = 1_311_700_000;

/** A label from the roll: 11 digits with the check digit of the post. */
export function nextLabel(): string {
  serial += 1;
  return `${serial}${mod7(String(serial))}`;
}

/** Takes a list of so many women in, the nth from `from` on. */
export async function womenOnList(
  place: Place,
  clerk: string,
  from: number,
  count: number,
): Promise<readonly CaseId[]> {
  const before = new Set(await allCases(place));
  await commitRows(
    place,
    clerk,
    Array.from({ length: count }, (_, at) => woman(from + at)),
  );
  return (await allCases(place)).filter((id) => !before.has(id));
}

async function allCases(place: Place): Promise<readonly CaseId[]> {
  const rows = await place.database.reader.rows({
    name: 'mailing-table-cases',
    text: 'select "case" from p_case order by 1',
  });
  return rows.map((row) => String(row['case']) as CaseId);
}

/** The tokens of the sheets of a batch as a scanner reads them, in the order of printing. */
export async function sheetsOf(
  place: Place,
  batch: BatchId,
): Promise<readonly { readonly piece: string; readonly case: CaseId; readonly token: string }[]> {
  const asked = await place.ask('piece.tokens', { batch }, { actor: 'system:print' });
  assert.ok(asked.ok);
  const rows = asked.value as readonly { piece: string; case: CaseId; living: boolean; token: string }[];
  return rows.filter(({ living }) => living);
}
