import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, PieceId } from '../../domain/basics/ids.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { parseWardDate } from '../../domain/calendar/ward-date.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import { readTracking } from '../../domain/text/tracking.ts';
import type { Call } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { readEntries, type EntryLine } from './entry-table.ts';
import { postStatusOf, returnReasonOf, type PostStatus } from './status-words.ts';

export type DeliveryProblem =
  | 'cells-wrong'
  | 'tracking-wrong'
  /** Another line of this file says something else of the same number: `other`. */
  | 'number-twice'
  | 'number-unknown'
  | 'date-unreadable'
  | 'date-impossible'
  | 'reason-unknown'
  /** It came back, and the envelope with its reason has to be scanned. */
  | 'reason-missing'
  /** We know something else of it: it had come back, say, and now it was delivered. */
  | 'contradicts';

/** One line as it would be, or was, carried out. */
export type DeliveryLine = {
  readonly line: number;
  readonly tracking?: string;
  readonly piece?: PieceId;
  readonly status?: PostStatus;
  readonly on?: CivilDate;
  /** `record` will be recorded; `recorded` was just now; `already` before; `wait` says nothing yet; `look`: a person. */
  readonly what: 'record' | 'recorded' | 'already' | 'wait' | 'look' | 'wrong' | 'refused';
  readonly problem?: DeliveryProblem;
  readonly other?: number;
  readonly refusal?: GateRefusal;
};

export type DeliveryRead = { readonly lines: readonly DeliveryLine[]; readonly committed: boolean };

export type NoDelivery =
  | { readonly type: 'file-refused'; readonly refusal: FileRefusal }
  | { readonly type: 'refused'; readonly refusal: GateRefusal };

type Numbered = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly status: string;
  readonly tracking: string;
  readonly postedOn: CivilDate | null;
  readonly since: CivilDate;
};

const FORM = { required: ['追跡番号'], optional: ['状態', '日付', '理由'] } as const;

/**
 * What the post says about our numbers (domain.md 3.2), or the returned envelopes as they are scanned (3.3: number and
 * reason, no column for the state). Every line is told first; with `commit` those that can be recorded are, one by one,
 * and the others stay named: a wrong line holds up nobody else's letter. Given twice, the second time finds it done.
 */
export async function deliveryFile(
  door: EntryDoor,
  bytes: Uint8Array,
  commit: boolean,
  by: By,
): Promise<Result<DeliveryRead, NoDelivery>> {
  const entries = await readEntries(bytes, FORM);
  if (!entries.ok) return err({ type: 'file-refused', refusal: entries.error });
  const numbers = entries.value.map(({ cell }) => readTracking(cell?.('追跡番号') ?? ''));
  const asked = await door.ask(
    'piece.of-numbers',
    { numbers: [...new Set(numbers.flatMap((one) => (one.ok ? [one.number] : [])))] },
    by,
  );
  if (!asked.ok) return err({ type: 'refused', refusal: asked.error });
  const pieces = new Map((asked.value as readonly Numbered[]).map((one) => [one.tracking, one]));
  const today = dayOfInstant(door.parts.now());
  const judged = markTwice(entries.value.map((entry) => judge(entry, pieces, today)));
  if (!commit) return ok({ lines: judged.map(({ line }) => line), committed: false });
  const lines: DeliveryLine[] = [];
  for (const { line, call } of judged) {
    if (!call || line.what !== 'record') {
      lines.push(line);
      continue;
    }
    const done = await door.execute([call], by);
    lines.push(done.ok ? { ...line, what: 'recorded' } : { ...line, what: 'refused', refusal: done.error });
  }
  return ok({ lines, committed: true });
}

type Judged = { readonly line: DeliveryLine; readonly call?: Call };

function judge({ line, cell }: EntryLine, pieces: ReadonlyMap<string, Numbered>, today: CivilDate): Judged {
  if (!cell) return { line: { line, what: 'wrong', problem: 'cells-wrong' } };
  const read = readTracking(cell('追跡番号') ?? '');
  if (!read.ok) return { line: { line, what: 'wrong', problem: 'tracking-wrong' } };
  const { number: tracking } = read;
  const found = pieces.get(tracking);
  if (!found?.postedOn) return { line: { line, tracking, what: 'wrong', problem: 'number-unknown' } };
  const { piece } = found;
  const written = cell('状態');
  const status = written === undefined ? 'returned' : postStatusOf(written);
  const told = { line, tracking, piece, status };
  const wrong = (problem: DeliveryProblem): Judged => ({ line: { ...told, what: 'wrong', problem } });
  if (status === 'needs-a-look') return { line: { ...told, what: 'look' } };
  if (status === 'under-way' || status === 'returning') {
    return { line: { ...told, what: found.status === 'posted' ? 'wait' : 'already' } };
  }
  const on = dayOf(cell('日付') ?? '', today);
  if (!on) return wrong('date-unreadable');
  if (found.status === status) return { line: { ...told, on, what: 'already' } };
  if (on < found.postedOn || on > today) return wrong('date-impossible');
  const of = { case: found.case, piece, on };
  if (status === 'delivered') {
    if (found.status !== 'posted' && found.status !== 'lost') return wrong('contradicts');
    return {
      line: { ...told, on, what: 'record' },
      call: { row: 'piece.follow', input: { ...of, what: 'delivered', source: 'tracking-page' } },
    };
  }
  if (found.status === 'withdrawn') return wrong('contradicts');
  const reason = returnReasonOf(cell('理由') ?? '');
  if (!reason) return wrong((cell('理由') ?? '') === '' ? 'reason-missing' : 'reason-unknown');
  return {
    line: { ...told, on, what: 'record' },
    call: { row: 'piece.return', input: { ...of, reason, source: 'envelope' } },
  };
}

/** Without a date it is today: an envelope is scanned when it is opened. */
function dayOf(text: string, today: CivilDate): CivilDate | undefined {
  if (text === '') return today;
  const read = parseWardDate(text);
  return read.ok ? read.value : undefined;
}

/** The same number in two lines: the same said twice is one, anything else is for a person. */
function markTwice(judged: readonly Judged[]): readonly Judged[] {
  const first = new Map<string, Judged>();
  return judged.map((one) => {
    const { tracking } = one.line;
    const before = tracking === undefined ? undefined : first.get(tracking);
    if (tracking === undefined) return one;
    if (!before) {
      first.set(tracking, one);
      return one;
    }
    const same = said(before) === said(one);
    return same
      ? { line: { ...one.line, what: 'already', other: before.line.line } }
      : { line: { ...one.line, what: 'wrong', problem: 'number-twice', other: before.line.line } };
  });
}

function said({ line: { what, status, problem }, call }: Judged): string {
  return JSON.stringify([what, status, problem, call]);
}
