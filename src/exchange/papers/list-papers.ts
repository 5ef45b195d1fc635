import { dayOfInstant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { ListId } from '../../domain/basics/ids.ts';
import { handOverOf } from '../../domain/intake/receive-list.ts';
import type { StagedSummary } from '../../domain/intake/staged-row.ts';
import type { By } from '../../gate/gate.ts';
import type { ShownList, ShownListQuestion } from '../../gate/inside/list-questions.ts';
import type { Paper } from '../../programmes/paper.ts';
import { custodyReceipt, type CustodyReceiptTold } from '../../programmes/papers/custody-receipt.ts';
import { listInquiry, type ListInquiryTold } from '../../programmes/papers/list-inquiry.ts';
import type { Office } from '../../programmes/papers/office.ts';
import { paperFiles, type NoPaper, type OfficeDoor, type PaperFile } from './paper-files.ts';

/**
 * The papers of a list of the ward: its custody receipt 預かり証 (DOC-02, PII-11-1), and while something waits for the
 * ward's answer the inquiry 照会票. Names of the people who handed it over are opened by `handover.receipt`.
 */
export async function listPapers(
  door: OfficeDoor,
  list: string,
  by: By,
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const { papers, id } = door.programme;
  if (!papers) return err({ type: 'no-papers', programme: id });
  const shown = await door.ask('list.show', { list }, by);
  if (!shown.ok) return err({ type: 'refused', refusal: shown.error });
  const found = shown.value as ShownList | null;
  if (!found) return err({ type: 'not-found', id: list });
  const on = dayOfInstant(door.now());
  const receipt = await receiptPaper(door, papers.office, handOverOf(found.list), on, by, found);
  if (!receipt.ok) return receipt;
  const inquiry = await inquiryTold(door, found, on, by);
  if (!inquiry.ok) return inquiry;
  return paperFiles(door, [
    [`${list}-custody-receipt`, receipt.value],
    ...(inquiry.value.questions.length === 0
      ? []
      : [[`${list}-inquiry`, listInquiry(papers.office, inquiry.value)] as const]),
  ]);
}

/** The custody receipt of anything that was received, by its entry in the register. */
export async function custodyPaper(
  door: OfficeDoor,
  matter: string,
  by: By,
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const { papers, id } = door.programme;
  if (!papers) return err({ type: 'no-papers', programme: id });
  const receipt = await receiptPaper(door, papers.office, matter, dayOfInstant(door.now()), by);
  return receipt.ok ? paperFiles(door, [[`${matter}-custody-receipt`, receipt.value]]) : receipt;
}

async function receiptPaper(
  door: OfficeDoor,
  office: Office,
  matter: string,
  on: CivilDate,
  by: By,
  list?: ShownList,
): Promise<Result<Paper, NoPaper>> {
  const answer = await door.ask('handover.receipt', { matter }, by);
  if (!answer.ok) return err({ type: 'refused', refusal: answer.error });
  const entry = answer.value as Omit<CustodyReceiptTold, 'on' | 'list'> | null;
  if (!entry) return err({ type: 'not-found', id: matter });
  const { at, what, medium, mediumNo, quantity, method, giver, receiver } = entry;
  const told = { matter, at, on, what, medium, mediumNo, quantity, method, giver, receiver };
  if (!list) return ok(custodyReceipt(office, told));
  const { kind, months, asOf, rows, sha256 } = list;
  return ok(custodyReceipt(office, { ...told, list: { id: list.list, kind, months, asOf, rows, sha256 } }));
}

async function inquiryTold(
  door: OfficeDoor,
  list: ShownList,
  on: CivilDate,
  by: By,
): Promise<Result<ListInquiryTold, NoPaper>> {
  const answer = await door.ask('list.questions', { list: list.list }, by);
  if (!answer.ok) return err({ type: 'refused', refusal: answer.error });
  const faults = await faultsByLine(door, list, by);
  const questions = (answer.value as readonly ShownListQuestion[]).map(
    ({ line, code, column, due, blocks }) => ({
      line,
      code,
      blocks,
      ...(column === undefined ? {} : { column }),
      ...(due === undefined ? {} : { due }),
      faults: code === 'row-refused' ? (faults.get(line) ?? []) : [],
    }),
  );
  const { kind, months, asOf, rows } = list;
  return ok({ list: list.list, kind, months, asOf, rows, on, questions });
}

type Faults = NonNullable<ListInquiryTold['questions'][number]['faults']>;

/** Why lines were refused, while the key of the list lives and for those who may see it; else only that they were. */
async function faultsByLine(
  door: OfficeDoor,
  { list }: { readonly list: ListId },
  by: By,
): Promise<ReadonlyMap<number, Faults>> {
  const answer = await door.ask('list.summary', { list }, by);
  const summary = answer.ok ? (answer.value as StagedSummary | null) : null;
  return new Map((summary?.refused ?? []).map(({ line, problems }) => [line, problems]));
}
