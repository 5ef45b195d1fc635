import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { monthContaining } from '../../domain/basics/year-month.ts';
import type { WordlessReason } from '../../domain/mailings/begin-batch.ts';
import type { MonthWork } from '../../domain/mailings/month-work.ts';
import { CARD_KIND } from '../../domain/members/next-card.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import type { By, GateParts } from '../../gate/gate.ts';
import { CHUNK } from '../../gate/job.ts';
import type { GateRefusal } from '../../gate/refusal.ts';

/** The gate of an open place, as far as sending cards needs it. */
export type CardDoor = {
  readonly parts: GateParts;
  readonly execute: (calls: readonly Call[], by: By) => Promise<Result<Receipt, GateRefusal>>;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

/** On whose word the cards go: a list of changes or a statement of none, or the manager's reason for neither. */
export type CardWord = { readonly against: ListId } | { readonly reason: WordlessReason };

export type CardBatch = {
  readonly batch: string;
  readonly pieces: number;
  readonly dropped: number;
  readonly printed: number;
};

type Progress = (step: 'plan' | 'print', done: number, total: number) => void;

/**
 * Plans the cards of everybody who is to get one today, as many batches as it takes, fixes each, and gives each copy
 * its token. Every person is decided alone, 250 a transaction. Interrupted, it is given again: a batch whose planning
 * is open is filled up first, and a piece that has its copy is not printed twice.
 */
export async function planCards(
  door: CardDoor,
  word: CardWord,
  by: By,
  progress: Progress = () => undefined,
): Promise<Result<readonly CardBatch[], GateRefusal>> {
  const month = monthContaining(dayOfInstant(door.parts.now()));
  const work = await door.ask('mailing.due', { month }, by);
  if (!work.ok) return work;
  const due = (work.value as MonthWork).due.filter(({ kind }) => kind === CARD_KIND).map((one) => one.case);
  const balance = await door.ask('mailing.balance', {}, by);
  if (!balance.ok) return balance;
  const open = (balance.value as Balance).batches.filter((one) => one.kind === CARD_KIND);
  const plan: Planning = { door, word, by, month, progress, total: due.length };
  const done: CardBatch[] = [];
  let at = 0;
  for (const { batch } of open.filter(({ state }) => state === 'planning')) {
    const shown = await showBatch(plan, batch);
    if (!shown.ok) return shown;
    const left = shown.value.planned - shown.value.pieces.length - shown.value.drops.length;
    const filled = await fill(plan, batch, due.slice(at, at + left), at, waitingOf(shown.value));
    if (!filled.ok) return filled;
    at += left;
    done.push(filled.value);
  }
  while (at < due.length) {
    const some = due.slice(at, at + door.parts.rules.mailing.maxPieces);
    const batch = door.parts.ids.fresh('batch');
    const row = 'reason' in word ? 'batch.begin-without-word' : 'batch.begin';
    const input = { batch, kind: CARD_KIND, month, planned: some.length, ...word };
    const begun = await door.execute([{ row, input }], by);
    if (!begun.ok) return begun;
    const filled = await fill(plan, batch, some, at);
    if (!filled.ok) return filled;
    at += some.length;
    done.push(filled.value);
  }
  for (const { batch } of open.filter(({ state }) => state === 'fixed')) {
    const shown = await showBatch(plan, batch);
    if (!shown.ok) return shown;
    const printed = await printAll(plan, batch, waitingOf(shown.value));
    if (!printed.ok) return printed;
    if (printed.value > 0) done.push({ batch, pieces: 0, dropped: 0, printed: printed.value });
  }
  return ok(done);
}

type Planning = {
  readonly door: CardDoor;
  readonly word: CardWord;
  readonly by: By;
  readonly month: string;
  readonly progress: Progress;
  readonly total: number;
};

type Balance = {
  readonly batches: readonly { readonly batch: string; readonly kind: string; readonly state: string }[];
};
type Waiting = { readonly case: CaseId; readonly piece: string };
type Shown = {
  readonly planned: number;
  readonly pieces: readonly (Waiting & { readonly status: string })[];
  readonly drops: readonly unknown[];
};

/** Decides on persons of a batch, fixes it and prints what was planned. `earlier`: pieces an interruption left. */
async function fill(
  plan: Planning,
  batch: string,
  cases: readonly CaseId[],
  before: number,
  earlier: readonly Waiting[] = [],
): Promise<Result<CardBatch, GateRefusal>> {
  const { door, by } = plan;
  const waiting = [...earlier];
  for (let from = 0; from < cases.length; from += CHUNK) {
    const calls = cases.slice(from, from + CHUNK).map((id) => ({
      row: 'piece.plan',
      input: { batch, case: id, piece: door.parts.ids.fresh('piece') },
    }));
    const planned = await door.execute(calls, by);
    if (!planned.ok) return planned;
    waiting.push(...planned.value.facts.filter((fact) => fact.type === 'piece.planned'));
    plan.progress('plan', before + from + calls.length, plan.total);
  }
  const fixed = await door.execute([{ row: 'batch.fix', input: { batch } }], by);
  if (!fixed.ok) return fixed;
  const fact = fixed.value.facts.find((one) => one.type === 'batch.fixed');
  const printed = await printAll(plan, batch, waiting);
  if (!printed.ok) return printed;
  return ok({
    batch,
    pieces: fact?.pieces ?? 0,
    dropped: fact?.dropped ?? 0,
    printed: printed.value,
  });
}

async function printAll(
  plan: Planning,
  batch: string,
  waiting: readonly Waiting[],
): Promise<Result<number, GateRefusal>> {
  for (let from = 0; from < waiting.length; from += CHUNK) {
    const calls = waiting.slice(from, from + CHUNK).map(({ case: id, piece }) => ({
      row: 'piece.print',
      input: { batch, case: id, piece },
    }));
    const printed = await plan.door.execute(calls, plan.by);
    if (!printed.ok) return printed;
    plan.progress('print', from + calls.length, waiting.length);
  }
  return ok(waiting.length);
}

function waitingOf({ pieces }: Shown): readonly Waiting[] {
  return pieces.filter(({ status }) => status === 'planned');
}

async function showBatch(plan: Planning, batch: string): Promise<Result<Shown, GateRefusal>> {
  const shown = await plan.door.ask('batch.show', { batch }, plan.by);
  if (!shown.ok) return err(shown.error);
  const { batch: head, pieces } = shown.value as {
    readonly batch?: { readonly planned: number; readonly drops: readonly unknown[] };
    readonly pieces: Shown['pieces'];
  };
  return ok({ planned: head?.planned ?? 0, pieces, drops: head?.drops ?? [] });
}
