import type { CivilDate } from '../domain/basics/civil-date.ts';
import { isRefusal } from '../domain/basics/refusal.ts';
import { dayOfInstant, type Instant } from '../domain/basics/instant.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { PersonId } from '../domain/basics/ids.ts';
import type { RecordedFact } from '../domain/facts.ts';
import { KeysChanged } from '../security/programme-key.ts';
import { addEntries } from '../store/access-log.ts';
import type { Reader, Writer } from '../store/connection.ts';
import { heldBy } from '../store/grants.ts';
import { factsOfRefs, openCommand } from '../store/open-command.ts';
import { isAfterRestore } from '../store/questions/after-restore.ts';
import { troubleOf } from '../store/trouble.ts';
import { vaultSession } from '../store/vault/session.ts';
import type { AuditWord } from '../security/audit-words.ts';
import type { Command } from './command.ts';
import { decideCall, foresee, type Deciding, type OpenedFor, type Understood } from './decide-call.ts';
import type { By, GateParts } from './gate.ts';
import { isOffered } from './offered.ts';
import { withLivingKeys } from './living-keys.ts';
import type { GateRefusal } from './refusal.ts';
import { mayBeSecond, rolesOn, scopeOf } from './scope.ts';
import { openedFor, writeOutcome } from './write-outcome.ts';

/** A command as it reaches the gate: the name of its row and what somebody typed or a machine filled in. */
export type Call = {
  readonly row: string;
  readonly input: unknown;
  /** The version of each stream that was shown to the person, by the row's stream names. */
  readonly shown?: Readonly<Record<string, number>>;
};

/** What was done. `facts` carry ids, codes and dates only; `replayed` says that it had been done before. */
export type Receipt = { readonly facts: readonly RecordedFact[]; readonly replayed: boolean };

/**
 * For jobs (`execute-each.ts`): refused calls are left out and do not stop the others. `without` are those that were
 * refused on an earlier try; `also` is written in the same transaction, with the refusals by place in the list.
 */
export type Each = {
  readonly without: ReadonlyMap<number, GateRefusal>;
  readonly also: (writer: Writer, refused: ReadonlyMap<number, GateRefusal>) => Promise<void>;
};

/**
 * Carries out a list of commands, all of them or none, in one transaction: open (idempotency row, programme lock,
 * stream heads), decide on the folded state, write facts, claims, vault, projections and log, commit. A refusal is
 * remembered too. Nothing in Mimamori is written on any other way.
 */
export async function execute(
  parts: GateParts,
  calls: readonly Call[],
  by: By,
  each?: Each,
): Promise<Result<Receipt, GateRefusal>> {
  const now = parts.now();
  const understood = understand(parts, calls);
  if (!understood.ok) {
    // Whoever has no right does not learn whether the input was well made.
    const denied = await deniedAmong(parts.database.reader, rowsOf(parts, calls), by, dayOfInstant(now));
    return refuse(parts, by, now, denied ?? understood.error, denied ? 'denied' : 'refused');
  }
  try {
    const complete = await completed(parts, understood.value);
    const { receipt, forgot } = await withLivingKeys(parts, () =>
      parts.database.write((writer) => carryOut(parts, writer, complete, by, now, each)),
    );
    if (forgot.length > 0) parts.onForgotten?.(forgot);
    if (!receipt.replayed) parts.onFacts?.(receipt.facts);
    return ok(receipt);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) return err({ refused: trouble });
    if (!(error instanceof Refused)) throw error;
    const { refusal, opened } = error;
    return refuse(parts, by, now, refusal, refusal.refused === 'denied' ? 'denied' : 'refused', opened);
  }
}

/** Leaves the transaction with a refusal; nothing of it stays. */
class Refused extends Error {
  readonly refusal: GateRefusal;
  readonly opened: readonly OpenedFor[];
  constructor(refusal: GateRefusal, opened: readonly OpenedFor[] = []) {
    super(refusal.refused);
    this.refusal = refusal;
    this.opened = opened;
  }
}

function understand(parts: GateParts, calls: readonly Call[]): Result<readonly Understood[], GateRefusal> {
  const understood: Understood[] = [];
  for (const call of calls) {
    const row = parts.commands.get(call.row);
    if (!row || !isOffered(row, parts.rules)) return err({ refused: 'unknown-row', row: call.row });
    const parsed = row.schema.safeParse(call.input);
    if (!parsed.success) {
      // Paths and kinds of fault only: the values somebody typed may be personal and are never echoed or logged.
      const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
      return err({ refused: 'not-understood', row: call.row, problems });
    }
    understood.push({ row, input: parsed.data, typed: parsed.data, shown: call.shown ?? {} });
  }
  return ok(understood);
}

function rowsOf(parts: GateParts, calls: readonly Call[]): readonly Command[] {
  return calls.flatMap((call) => parts.commands.get(call.row) ?? []);
}

/** The first row that the actor has no right to today, where the rights do not come with the opened command. */
async function deniedAmong(
  reader: Reader,
  rows: readonly Command[],
  by: By,
  today: CivilDate,
): Promise<GateRefusal | undefined> {
  const held = by.actor.startsWith('account_') ? rolesOn(await heldBy(reader, by.actor), today) : [];
  const denied = rows.find((row) => !scopeOf(row.who, by.actor, held));
  return denied && { refused: 'denied', row: denied.name };
}

async function completed(parts: GateParts, calls: readonly Understood[]): Promise<readonly Understood[]> {
  const { reader } = parts.database;
  return Promise.all(
    calls.map(async (call) =>
      call.row.completes ? { ...call, input: await call.row.completes(reader, call.input) } : call,
    ),
  );
}

async function carryOut(
  parts: GateParts,
  writer: Writer,
  calls: readonly Understood[],
  by: By,
  now: Instant,
  each: Each | undefined,
): Promise<{ readonly receipt: Receipt; readonly forgot: readonly PersonId[] }> {
  const key = by.key ?? parts.ids.fresh('entry');
  const names = calls.flatMap((call) =>
    Object.values(call.row.streams(call.input)).map((s) => `${s.kind}:${s.id}`),
  );
  const digest = parts
    .ring()
    .current.commandDigest(JSON.stringify(calls.map((call) => [call.row.name, call.typed])));
  const opened = await openCommand(
    writer,
    { actor: by.actor, second: by.second, key },
    digest,
    now,
    [...new Set(names)],
    calls.some((call) => call.row.alone),
  );
  if (opened.kind === 'other') throw new Refused({ refused: 'key-used-for-something-else', key });
  if (opened.kind === 'same') {
    const rows = calls.map((call) => call.row);
    const denied = await deniedAmong(writer, rows, by, dayOfInstant(now));
    if (denied) throw new Refused(denied);
    return { receipt: { facts: await factsOfRefs(writer, opened.refs), replayed: true }, forgot: [] };
  }
  if (opened.epoch !== parts.ring().current.epoch) throw new KeysChanged(opened.epoch);

  const today = dayOfInstant(now);
  const held = rolesOn(opened.held, today);
  for (const { row } of calls) {
    if (!scopeOf(row.who, by.actor, held)) throw new Refused({ refused: 'denied', row: row.name });
    if (!mayBeSecond(row.who, by.actor, by.second, rolesOn(opened.heldBySecond, today))) {
      throw new Refused({ refused: 'second-person-needed', row: row.name });
    }
  }
  const leaving = calls.find((call) => call.row.leavesHouse);
  if (leaving && (await isAfterRestore(writer)))
    throw new Refused({ refused: 'after-restore', row: leaving.row.name });
  const vault = vaultSession(writer, parts.ring());
  const deciding: Deciding = {
    parts,
    by,
    now,
    held,
    vault,
    streams: new Map(opened.streams),
    states: new Map(),
    outcomes: [],
    opened: [],
    bulk: [],
    reader: writer,
    foreseen: new Map(),
  };
  await foresee(deciding, calls);
  const refused = new Map(each?.without);
  const decided: number[] = [];
  for (const [index, call] of calls.entries()) {
    if (refused.has(index)) continue;
    const outcome = await decideCall(deciding, call);
    if (!isRefusal(outcome)) decided.push(index);
    else if (each) refused.set(index, outcome);
    else throw new Refused(outcome, deciding.opened);
  }
  const written = await writeOutcome(writer, deciding, key);
  if (isRefusal(written))
    throw new Refused(each ? withPlace(written, deciding, decided) : written, deciding.opened);
  await each?.also(writer, refused);
  const forgot = deciding.outcomes.flatMap(({ decision }) => decision.forget ?? []);
  return { receipt: { facts: written.facts, replayed: false }, forgot };
}

/** Which of the calls met the taken key, the full time or the erased person: the last one that asked for it. */
function withPlace(refusal: GateRefusal, deciding: Deciding, decided: readonly number[]): GateRefusal {
  if (refusal.refused !== 'taken' && refusal.refused !== 'person-gone') return refusal;
  const at = deciding.outcomes.findLastIndex(({ decision: { claim, seats, keep } }) =>
    refusal.refused === 'taken'
      ? claim?.some(({ kind, key }) => kind === refusal.kind && key === refusal.key) ||
        (refusal.kind === 'seat' && seats?.some((seat) => 'slot' in seat && seat.slot === refusal.key))
      : keep?.some((value) => value.of === refusal.subject),
  );
  const call = decided[at];
  return call === undefined ? refusal : { ...refusal, call };
}

/** Remembers that somebody was refused or denied, why, and what had been opened to decide so, in a transaction of its own. */
async function refuse(
  parts: GateParts,
  by: By,
  now: Instant,
  refusal: GateRefusal,
  word: AuditWord,
  opened: readonly OpenedFor[] = [],
): Promise<Result<Receipt, GateRefusal>> {
  const row = 'row' in refusal && typeof refusal['row'] === 'string' ? refusal['row'] : 'command';
  await parts.database.write((writer) =>
    addEntries(writer, [
      {
        id: parts.ids.fresh('entry'),
        at: now,
        word,
        actor: by.actor,
        ...(by.second ? { second: by.second } : {}),
        row,
        ...(by.screen ? { screen: by.screen } : {}),
        reason: refusal.refused,
        ...openedFor(opened),
      },
    ]),
  );
  return err(refusal);
}
