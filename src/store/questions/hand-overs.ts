import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { MatterId } from '../../domain/basics/ids.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { Carrier, Movement } from '../../domain/facts/governance.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, whole } from '../row.ts';

/** An entry of the register as lists show it; names lie in the vault under `subject`. */
export type HandOverRow = {
  readonly matter: MatterId;
  readonly subject: MatterId;
  readonly movement: Movement;
  readonly what: string;
  readonly method: string;
  readonly carrier: Carrier;
  readonly medium: string;
  readonly mediumNo: string | null;
  readonly quantity: number;
  readonly returned: number;
  readonly at: Instant;
  readonly by: string;
  readonly ref: string;
  readonly consent: string | null;
  readonly caseNo: string | null;
  readonly backBy: CivilDate | null;
  readonly returnedOn: CivilDate | null;
  readonly place: string | null;
  readonly state: 'held' | 'out' | 'returned' | 'disposed' | 'done';
};

const BETWEEN: Statement = {
  name: 'handovers-between',
  text: 'select * from p_handover where at >= $1 and at < $2 order by at, matter',
};
const OUT: Statement = {
  name: 'handovers-out',
  text: "select * from p_handover where state = 'out' order by back_by, at, matter",
};
const ONE: Statement = { name: 'handovers-one', text: 'select * from p_handover where matter = $1' };
const HELD: Statement = {
  name: 'handovers-receipts',
  text: "select * from p_handover where movement = 'receipt' and carrier <> 'line' order by at, matter",
};

/** Entries of a period, `from` included, `to` not. */
export async function handOversBetween(
  reader: Reader,
  from: Instant,
  to: Instant,
): Promise<readonly HandOverRow[]> {
  return (await reader.rows(BETWEEN, [from, to])).map(handOverRow);
}

/** What was taken out and is not back yet, the soonest due first (PII-9-2). */
export async function takenOut(reader: Reader): Promise<readonly HandOverRow[]> {
  return (await reader.rows(OUT)).map(handOverRow);
}

export async function findHandOver(reader: Reader, matter: MatterId): Promise<readonly HandOverRow[]> {
  return (await reader.rows(ONE, [matter])).map(handOverRow);
}

/** Every medium and paper that was ever received, whatever became of it. */
export async function receivedItems(reader: Reader): Promise<readonly HandOverRow[]> {
  return (await reader.rows(HELD)).map(handOverRow);
}

function handOverRow(row: Row): HandOverRow {
  const matter = text(row, 'matter') as MatterId;
  return {
    matter,
    subject: matter,
    movement: text(row, 'movement') as Movement,
    what: text(row, 'what'),
    method: text(row, 'method'),
    carrier: text(row, 'carrier') as Carrier,
    medium: text(row, 'medium'),
    mediumNo: textOrNull(row, 'medium_no'),
    quantity: whole(row, 'quantity'),
    returned: whole(row, 'returned'),
    at: text(row, 'at') as Instant,
    by: text(row, 'recorded_by'),
    ref: text(row, 'ref'),
    consent: textOrNull(row, 'consent'),
    caseNo: textOrNull(row, 'case_no'),
    backBy: textOrNull(row, 'back_by') as CivilDate | null,
    returnedOn: textOrNull(row, 'returned_on') as CivilDate | null,
    place: textOrNull(row, 'place'),
    state: text(row, 'state') as HandOverRow['state'],
  };
}
