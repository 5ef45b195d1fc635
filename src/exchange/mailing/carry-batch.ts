import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import type { WordlessReason } from '../../domain/mailings/begin-batch.ts';
import type { PackageKind } from '../../domain/benefits/due-package.ts';
import type { LetterKind } from '../../domain/mailings/next-letter.ts';
import type { MailForm } from '../../domain/mailings/postage.ts';
import type { PostService } from '../../domain/facts/mailing.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { EntryDoor } from './entry-door.ts';

/** As many are decided, printed or posted in one transaction. */
const CHUNK = 250;

export type BatchDoor = EntryDoor & {
  readonly parts: {
    readonly now: () => Instant;
    readonly ids: { readonly fresh: (kind: 'batch' | 'piece') => string };
  };
};

/** On whose word it goes: a list of changes or a statement of none, or the manager's reason for neither. */
export type BatchWord = { readonly against: string } | { readonly reason: WordlessReason };

/** What one batch is for: letters and cards of a month, or packages. */
export type BatchKind = LetterKind | PackageKind;

type Due = { readonly due: readonly { readonly case: CaseId; readonly kind: LetterKind }[] };
type DuePackages = readonly { readonly case: CaseId; readonly next: string }[];
type Planned = {
  readonly batch: { readonly kind: string; readonly month: YearMonth; readonly planned: number };
  readonly numbers: { readonly decided: number };
  readonly pieces: readonly {
    readonly piece: PieceId;
    readonly case: CaseId;
    readonly place: number;
    readonly status: string;
    readonly label: string | null;
    readonly needsLabel: boolean;
    readonly enclosed: boolean;
    readonly pull: boolean;
    readonly unprinted: boolean;
  }[];
};

export type NoCarry =
  | { readonly type: 'refused'; readonly refusal: GateRefusal }
  /** Nobody is due for this kind. */
  | { readonly type: 'nobody-due' }
  /** Envelopes that have no number yet, by their place: as many labels as envelopes, or nothing leaves. */
  | { readonly type: 'labels-missing' | 'not-enclosed'; readonly places: readonly number[] };

/** Begins a batch of one kind for everybody who is due today, and decides each of them. */
export async function beginMonthBatch(
  door: BatchDoor,
  kind: BatchKind,
  word: BatchWord,
  by: By,
): Promise<Result<BatchId, NoCarry>> {
  const month = monthContaining(dayOfInstant(door.parts.now()));
  const cases = await casesDue(door, kind, month, by);
  if (!cases.ok) return cases;
  const some = cases.value.slice(0, door.programme.rules.mailing.maxPieces);
  if (some.length === 0) return err({ type: 'nobody-due' });
  const batch = door.parts.ids.fresh('batch') as BatchId;
  const row = 'reason' in word ? 'batch.begin-without-word' : 'batch.begin';
  const input = { batch, kind, month, planned: some.length, ...word };
  const first = some.slice(0, CHUNK - 1);
  // With the first of its women in one transaction: a small batch is begun and decided, or neither.
  const begun = await door.execute([{ row, input }, ...decisions(door, batch, first)], by);
  if (!begun.ok) return err({ type: 'refused', refusal: begun.error });
  const { key: _once, ...further } = by;
  const decided = await decideAll(door, batch, some.slice(first.length), further);
  return decided.ok ? ok(batch) : decided;
}

/** Goes on where an interruption stopped: decides as many as were named and are not decided yet. */
export async function goOnDeciding(
  door: BatchDoor,
  batch: BatchId,
  by: By,
): Promise<Result<BatchId, NoCarry>> {
  const shown = await showPieces(door, batch, by);
  if (!shown.ok) return shown;
  const { batch: head, numbers, pieces } = shown.value;
  const due = await casesDue(door, head.kind as BatchKind, head.month, by);
  if (!due.ok) return due;
  const known = new Set(pieces.map((one) => one.case));
  const left = due.value.filter((id) => !known.has(id)).slice(0, head.planned - numbers.decided);
  const decided = await decideAll(door, batch, left, by);
  return decided.ok ? ok(batch) : decided;
}

/** Draws a token and a code for every copy that is to be printed; what was stopped since is left out by the decision. */
export async function printCopies(door: BatchDoor, batch: BatchId, by: By): Promise<Result<number, NoCarry>> {
  const shown = await showPieces(door, batch, by);
  if (!shown.ok) return shown;
  const waiting = shown.value.pieces.filter(({ unprinted }) => unprinted);
  let printed = 0;
  for (let from = 0; from < waiting.length; from += CHUNK) {
    const calls = waiting
      .slice(from, from + CHUNK)
      .map(({ case: id, piece }) => ({ row: 'piece.print', input: { batch, case: id, piece } }));
    const done = await door.execute(calls, by);
    if (!done.ok) return err({ type: 'refused', refusal: done.error });
    printed += done.value.facts.filter(({ type }) => type === 'piece.printed').length;
  }
  return ok(printed);
}

export type PostWish = {
  readonly service: PostService;
  readonly grams?: number | undefined;
  readonly form?: MailForm | undefined;
};

export type Posted = {
  readonly posted: number;
  readonly pull: readonly number[];
  readonly refused: readonly { readonly place: number; readonly refusal: GateRefusal }[];
};

/** Gives every envelope on the table to the post, each asking the stop rule again; the others are named by their place. */
export async function postBatch(
  door: BatchDoor,
  batch: BatchId,
  wish: PostWish,
  by: By,
): Promise<Result<Posted, NoCarry>> {
  const shown = await showPieces(door, batch, by);
  if (!shown.ok) return shown;
  const inHand = shown.value.pieces.filter(({ status }) => status === 'printed');
  const going = inHand.filter(({ pull }) => !pull);
  const open = going.filter(({ enclosed }) => !enclosed);
  if (open.length > 0) return err({ type: 'not-enclosed', places: open.map(({ place }) => place) });
  const bare = going.filter(({ needsLabel, label }) => needsLabel && label === null);
  if (bare.length > 0) return err({ type: 'labels-missing', places: bare.map(({ place }) => place) });
  const throughWard = new Set(
    inHand.flatMap(({ piece, needsLabel }) => (!needsLabel && numbered(wish.service) ? [piece] : [])),
  );
  let posted = 0;
  const pull: number[] = [];
  const refused: { place: number; refusal: GateRefusal }[] = [];
  for (const { piece, case: id, place, label } of inHand) {
    const service: PostService = throughWard.has(piece) ? 'handed-to-ward' : wish.service;
    const input = {
      batch,
      case: id,
      piece,
      service,
      ...(label === null ? {} : { tracking: label }),
      ...(wish.grams === undefined ? {} : { grams: wish.grams }),
      ...(wish.form === undefined ? {} : { form: wish.form }),
    };
    const done = await door.execute([{ row: 'piece.post', input }], by);
    if (done.ok) posted += 1;
    else if (done.error.refused === 'pull-this-piece' || done.error.refused === 'piece-outdated')
      pull.push(place);
    else refused.push({ place, refusal: done.error });
  }
  return ok({ posted, pull, refused });
}

/** Open cards, and what the ward hands over, have no number. */
function numbered(service: PostService): boolean {
  return service !== 'postcard' && service !== 'ordinary' && service !== 'handed-to-ward';
}

async function casesDue(
  door: BatchDoor,
  kind: BatchKind,
  month: YearMonth,
  by: By,
): Promise<Result<readonly CaseId[], NoCarry>> {
  if (isPackage(kind)) {
    const owed = await door.ask('package.due', {}, by);
    if (!owed.ok) return err({ type: 'refused', refusal: owed.error });
    // In the order in which they are owed: what is cut off at the size of a batch is the least urgent.
    return ok((owed.value as DuePackages).filter(({ next }) => next === kind).map((one) => one.case));
  }
  const work = await door.ask('mailing.due', { month }, by);
  if (!work.ok) return err({ type: 'refused', refusal: work.error });
  const { due } = work.value as Due;
  return ok(
    due
      .filter((one) => one.kind === kind)
      .map((one) => one.case)
      .toSorted(),
  );
}

function isPackage(kind: BatchKind): kind is PackageKind {
  return kind === 'package' || kind === 'package-resend' || kind === 'package-request';
}

async function decideAll(
  door: BatchDoor,
  batch: BatchId,
  cases: readonly CaseId[],
  by: By,
): Promise<Result<void, NoCarry>> {
  for (let from = 0; from < cases.length; from += CHUNK) {
    const calls = decisions(door, batch, cases.slice(from, from + CHUNK));
    const done = await door.execute(calls, by);
    if (!done.ok) return err({ type: 'refused', refusal: done.error });
  }
  return ok(undefined);
}

function decisions(door: BatchDoor, batch: BatchId, cases: readonly CaseId[]) {
  return cases.map((id) => ({
    row: 'piece.plan',
    input: { batch, case: id, piece: door.parts.ids.fresh('piece') },
  }));
}

async function showPieces(door: BatchDoor, batch: BatchId, by: By): Promise<Result<Planned, NoCarry>> {
  const shown = await door.ask('batch.pieces', { batch }, by);
  if (!shown.ok) return err({ type: 'refused', refusal: shown.error });
  const found = shown.value as Planned | undefined;
  if (!found) return err({ type: 'nobody-due' });
  return ok(found);
}
