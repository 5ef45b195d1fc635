import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { ListId, MatterId } from '../../domain/basics/ids.ts';
import type { RetentionClass } from '../../domain/retention/retention-rules.ts';
import type { Reader, Row, Statement } from '../connection.ts';
import { text, textOrNull, truth, whole } from '../row.ts';

/** A disposal as the application and the pledge print it; its words lie in the vault under `subject`. */
export type DisposalRow = {
  readonly disposal: MatterId;
  readonly subject: MatterId;
  readonly class: RetentionClass;
  readonly whole: boolean;
  readonly upTo: CivilDate | null;
  readonly item: MatterId | null;
  readonly medium: string;
  readonly quantity: number;
  readonly method: string;
  readonly plannedOn: CivilDate;
  readonly requestedOn: CivilDate;
  readonly state: 'requested' | 'consented' | 'refused' | 'closed';
  readonly consent: string | null;
  readonly consentedOn: CivilDate | null;
  readonly attendance: string | null;
  readonly doneOn: CivilDate | null;
  readonly pledge: string | null;
  readonly certificate: string | null;
};

const ALL: Statement = {
  name: 'disposals-all',
  text: 'select * from p_disposal order by requested_on, disposal',
};
const ONE: Statement = { name: 'disposals-one', text: 'select * from p_disposal where disposal = $1' };
const SETTLED: Statement = {
  name: 'lists-settled-with-keys',
  text: 'select list, settled_on from p_list where settled_on is not null and not keys_destroyed order by settled_on, list',
};

export async function allDisposals(reader: Reader): Promise<readonly DisposalRow[]> {
  return (await reader.rows(ALL)).map(disposalRow);
}

export async function findDisposal(reader: Reader, disposal: MatterId): Promise<readonly DisposalRow[]> {
  return (await reader.rows(ONE, [disposal])).map(disposalRow);
}

/** Lists that are settled and whose key still lives. */
export async function settledLists(
  reader: Reader,
): Promise<readonly { readonly list: ListId; readonly on: CivilDate }[]> {
  return (await reader.rows(SETTLED)).map((row) => ({
    list: text(row, 'list') as ListId,
    on: text(row, 'settled_on') as CivilDate,
  }));
}

function disposalRow(row: Row): DisposalRow {
  const disposal = text(row, 'disposal') as MatterId;
  const day = (column: string) => textOrNull(row, column) as CivilDate | null;
  return {
    disposal,
    subject: disposal,
    class: text(row, 'class') as RetentionClass,
    whole: truth(row, 'whole'),
    upTo: day('up_to'),
    item: textOrNull(row, 'item') as MatterId | null,
    medium: text(row, 'medium'),
    quantity: whole(row, 'quantity'),
    method: text(row, 'method'),
    plannedOn: text(row, 'planned_on') as CivilDate,
    requestedOn: text(row, 'requested_on') as CivilDate,
    state: text(row, 'state') as DisposalRow['state'],
    consent: textOrNull(row, 'consent'),
    consentedOn: day('consented_on'),
    attendance: textOrNull(row, 'attendance'),
    doneOn: day('done_on'),
    pledge: textOrNull(row, 'pledge'),
    certificate: textOrNull(row, 'certificate'),
  };
}
