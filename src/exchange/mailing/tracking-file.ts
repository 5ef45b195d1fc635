import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import type { PieceKind, PostService } from '../../domain/facts/mailing.ts';
import type { FileRefusal } from '../../domain/intake/problems.ts';
import type { MailForm } from '../../domain/mailings/postage.ts';
import { readTracking, type TrackingKind } from '../../domain/text/tracking.ts';
import type { Call } from '../../gate/execute.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';
import { readEntries, type EntryLine } from './entry-table.ts';

/** How the envelopes of a batch were handed in; single lines may say another weight. */
export type TrackingWish = {
  readonly batch: BatchId;
  readonly service?: PostService | undefined;
  readonly grams?: number | undefined;
  readonly form?: MailForm | undefined;
  readonly commit: boolean;
};

export type TrackingProblem =
  | 'cells-wrong'
  | 'tracking-empty'
  | 'tracking-characters'
  | 'tracking-length'
  | 'tracking-check'
  /** A number of another kind than the service of the batch has. */
  | 'tracking-kind'
  /** The number, or the piece, stands in an earlier line of this file: `other`. */
  | 'number-twice'
  | 'piece-twice'
  /** The number belongs to another piece, perhaps of another batch. */
  | 'number-taken'
  | 'piece-unknown'
  /** Dropped, voided, or posted under another number. */
  | 'piece-not-in-hand'
  | 'grams-unreadable'
  | 'too-many-lines'
  /** In the order of the pieces only when nothing is to be pulled: one envelope taken out shifts all that follow. */
  | 'pull-first';

/** One line of the file as it would be, or was, carried out. */
export type TrackingLine = {
  readonly line: number;
  readonly piece?: PieceId;
  readonly tracking?: string;
  /** `post` will be posted; `posted` was just now; `already` before, under the same number; `pull` a stop came between. */
  readonly what: 'post' | 'posted' | 'already' | 'pull' | 'wrong' | 'refused';
  readonly problem?: TrackingProblem;
  readonly other?: number;
  readonly refusal?: GateRefusal;
};

export type TrackingRead = {
  readonly batch: BatchId;
  readonly lines: readonly TrackingLine[];
  /** Labels in the file and envelopes they must be equal to; nothing is posted while they are not. */
  readonly labels: number;
  readonly envelopes: number;
  readonly missing: readonly PieceId[];
  readonly ready: boolean;
  readonly committed: boolean;
};

export type NoTracking =
  | { readonly type: 'file-refused'; readonly refusal: FileRefusal }
  | { readonly type: 'refused'; readonly refusal: GateRefusal };

type Shown = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly kind: PieceKind;
  readonly status: string;
  readonly tracking: string | null;
};

const FORM = { required: ['追跡番号'], optional: ['トークン', '郵便物', '重さ'] } as const;

/**
 * Tracking numbers scanned from the labels (CHI-8.1-7): by the token of the sheet or the piece, or in the order of the
 * pieces when neither column is there. Every line is told first: what, and why not. With `commit` all are posted one by
 * one, each asking the stop rule again, or none when a line is wrong or labels and envelopes differ; given twice, the
 * second time finds everything done.
 */
export async function trackingFile(
  door: EntryDoor,
  bytes: Uint8Array,
  wish: TrackingWish,
  by: By,
): Promise<Result<TrackingRead, NoTracking>> {
  const entries = await readEntries(bytes, FORM);
  if (!entries.ok) return err({ type: 'file-refused', refusal: entries.error });
  const asked = await askedBefore(door, wish.batch, entries.value, by);
  if (!asked.ok) return err({ type: 'refused', refusal: asked.error });
  const { pieces, tokens, taken, toPull } = asked.value;
  const [first] = pieces;
  const service = wish.service ?? (first && door.programme.rules.mailing.services[first.kind][0]);
  const inOrder = pieces.filter(({ status }) => status === 'printed' || status === 'posted');
  const lines = entries.value.map((entry, at) =>
    judge(entry, at, { pieces, tokens, taken, toPull, inOrder, service }),
  );
  const judged = markTwice(lines);
  const inHand = pieces.filter(({ status, piece }) => status === 'printed' && !toPull.has(piece));
  const named = new Set(judged.map(({ piece }) => piece));
  const missing = inHand.flatMap(({ piece }) => (named.has(piece) ? [] : [piece]));
  const ready =
    missing.length === 0 && judged.every(({ what }) => what !== 'wrong') && inHand.length + judged.length > 0;
  const head = {
    batch: wish.batch,
    labels: judged.length,
    envelopes: inHand.length + judged.filter(({ what }) => what === 'already' || what === 'pull').length,
    missing,
    ready,
  };
  if (!wish.commit || !ready || !service) return ok({ ...head, lines: judged, committed: false });
  const done: TrackingLine[] = [];
  for (const line of judged) {
    const found = pieces.find(({ piece }) => piece === line.piece);
    const call =
      line.what === 'post' && found ? postOf(line, found, service, wish, entries.value) : undefined;
    done.push(call ? await carriedOut(door, call, line, by) : line);
  }
  return ok({ ...head, lines: done, committed: done.every(({ what }) => what !== 'refused') });
}

type Asked = {
  readonly pieces: readonly Shown[];
  readonly tokens: ReadonlyMap<string, PieceId>;
  readonly taken: ReadonlyMap<string, PieceId>;
  /** Envelopes that somebody was told to pull: they are not posted, and no label waits for them. */
  readonly toPull: ReadonlySet<string>;
};

/** Whoever enters numbers must see the batch; the tokens are then compared by the machine and shown to nobody. */
async function askedBefore(
  door: EntryDoor,
  batch: BatchId,
  entries: readonly EntryLine[],
  by: By,
): Promise<Result<Asked, GateRefusal>> {
  const shown = await door.ask('batch.show', { batch }, by);
  if (!shown.ok) return shown;
  const printer: By = { actor: 'system:print', second: by.actor, screen: 'tracking' };
  const tokens = await door.ask('piece.tokens', { batch }, printer);
  if (!tokens.ok) return tokens;
  const numbers = entries.flatMap(({ cell }) => readTracking(cell?.('追跡番号') ?? '').number);
  const known = [...new Set(numbers)].filter((number) => /^[0-9A-Z]{1,20}$/.test(number));
  const taken = await door.ask('piece.of-numbers', { numbers: known }, by);
  if (!taken.ok) return taken;
  const duties = await door.ask('duty.list', { owner: 'mailing-clerk', limit: 1000 }, by);
  if (!duties.ok) return duties;
  const pull = (duties.value as readonly { readonly kind: string; readonly piece?: string }[]).filter(
    ({ kind }) => kind === 'pull-piece',
  );
  return ok({
    pieces: (shown.value as { readonly pieces: readonly Shown[] }).pieces,
    tokens: new Map(
      (
        tokens.value as readonly {
          readonly piece: PieceId;
          readonly living: boolean;
          readonly token: string | null;
        }[]
      ).flatMap(({ piece, living, token }) => (living && token ? [[plain(token), piece]] : [])),
    ),
    taken: new Map(
      (taken.value as readonly { readonly tracking: string; readonly piece: PieceId }[]).map(
        ({ tracking, piece }) => [tracking, piece],
      ),
    ),
    toPull: new Set(pull.flatMap(({ piece }) => piece ?? [])),
  });
}

type Judging = Asked & {
  readonly inOrder: readonly Shown[];
  readonly service: PostService | undefined;
};

function judge({ line, cell }: EntryLine, at: number, seen: Judging): TrackingLine {
  if (!cell) return { line, what: 'wrong', problem: 'cells-wrong' };
  const read = readTracking(cell('追跡番号') ?? '');
  if (!read.ok) return { line, what: 'wrong', problem: `tracking-${read.reason}` };
  const tracking = read.number;
  const wrong = (problem: TrackingProblem, piece?: PieceId): TrackingLine => ({
    line,
    ...(piece ? { piece } : {}),
    tracking,
    what: 'wrong',
    problem,
  });
  if (!seen.service || read.kind !== KIND_OF[seen.service]) return wrong('tracking-kind');
  const [token, named] = [cell('トークン'), cell('郵便物')];
  const ordered = token === undefined && named === undefined;
  if (ordered && seen.inOrder.some(({ piece }) => seen.toPull.has(piece))) return wrong('pull-first');
  if (ordered && at >= seen.inOrder.length) return wrong('too-many-lines');
  const id = ordered ? seen.inOrder[at]?.piece : (seen.tokens.get(plain(token ?? '')) ?? named);
  const found = seen.pieces.find(({ piece }) => piece === id);
  if (!found) return wrong('piece-unknown');
  const { piece } = found;
  if (found.tracking === tracking) return { line, piece, tracking, what: 'already' };
  if (seen.taken.has(tracking)) return wrong('number-taken', piece);
  if (found.status !== 'printed') return wrong('piece-not-in-hand', piece);
  const grams = cell('重さ') ?? '';
  if (grams !== '' && !/^[1-9]\d{0,3}$/.test(plain(grams))) return wrong('grams-unreadable', piece);
  return { line, piece, tracking, what: seen.toPull.has(piece) ? 'pull' : 'post' };
}

/** What a number of a service looks like; the others have none. */
const KIND_OF: Readonly<Partial<Record<PostService, TrackingKind>>> = {
  'specified-record': 'registered',
  'simplified-registered': 'registered',
  registered: 'registered',
  'letterpack-plus': 'parcel',
};

/** A number or a piece that an earlier line has said already: named with that line. */
function markTwice(lines: readonly TrackingLine[]): readonly TrackingLine[] {
  const numbers = new Map<string, number>();
  const pieces = new Map<string, number>();
  return lines.map((one) => {
    const number = one.tracking === undefined ? undefined : numbers.get(one.tracking);
    const piece = one.piece === undefined ? undefined : pieces.get(one.piece);
    if (one.tracking !== undefined && number === undefined) numbers.set(one.tracking, one.line);
    if (one.piece !== undefined && piece === undefined) pieces.set(one.piece, one.line);
    if (number !== undefined) return { ...one, what: 'wrong', problem: 'number-twice', other: number };
    return piece === undefined ? one : { ...one, what: 'wrong', problem: 'piece-twice', other: piece };
  });
}

function postOf(
  { line, tracking }: TrackingLine,
  { piece, case: id }: Shown,
  service: PostService,
  { batch, grams, form }: TrackingWish,
  entries: readonly EntryLine[],
): Call {
  const weighed = plain(entries.find((entry) => entry.line === line)?.cell?.('重さ') ?? '');
  const weight = weighed === '' ? grams : Number(weighed);
  const how = { ...(weight === undefined ? {} : { grams: weight }), ...(form ? { form } : {}) };
  return { row: 'piece.post', input: { batch, case: id, piece, service, tracking, ...how } };
}

async function carriedOut(door: EntryDoor, call: Call, line: TrackingLine, by: By): Promise<TrackingLine> {
  const done = await door.execute([call], by);
  if (done.ok) return { ...line, what: 'posted' };
  const { refused } = done.error;
  const pull = refused === 'pull-this-piece' || refused === 'piece-outdated';
  return { ...line, what: pull ? 'pull' : 'refused', refusal: done.error };
}

function plain(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
}
