import { isRefusal } from '../domain/basics/refusal.ts';
import { dayOfInstant, type Instant } from '../domain/basics/instant.ts';
import type { AccountId } from '../domain/basics/ids.ts';
import type { Decision, SectionName, Subject } from '../domain/decision.ts';
import type { Actor } from '../domain/facts/fact.ts';
import type { RoleName } from '../domain/facts/governance.ts';
import type { RecordedFact } from '../domain/facts.ts';
import { streamOf } from '../domain/stream-of.ts';
import { folds, type StateByKind, type StreamKind, type StreamRef } from '../domain/streams.ts';
import { record } from '../store/journal.ts';
import type { Reader } from '../store/connection.ts';
import type { LockedStream } from '../store/open-command.ts';
import type { Opened, VaultSession } from '../store/vault/session.ts';
import { sectionOf } from '../security/fields.ts';
import type { Command, Knows, Streams } from './command.ts';
import type { BulkReading } from './gathering.ts';
import type { By, GateParts } from './gate.ts';
import type { GateRefusal } from './refusal.ts';
import { scopeOf } from './scope.ts';

export type Understood = {
  readonly row: Command;
  readonly input: never;
  /** As it came in, before the row completed it: the same call has the same digest. */
  readonly typed: unknown;
  readonly shown: Readonly<Record<string, number>>;
};

/** One command decided: its decision, and its facts with their places in their streams. */
export type Outcome = {
  readonly row: string;
  readonly purpose: string;
  readonly decision: Decision;
  readonly facts: readonly {
    readonly stream: string;
    readonly version: number;
    readonly fact: RecordedFact;
  }[];
};

/** Fields of the vault that were opened for a decision, and whose; names only. */
export type OpenedFor = { readonly subjects: readonly string[]; readonly fields: readonly string[] };

/** What the commands of one transaction share: the locked streams grow with each decision. */
export type Deciding = {
  readonly parts: GateParts;
  readonly by: By;
  readonly now: Instant;
  readonly held: readonly RoleName[];
  readonly vault: VaultSession;
  readonly streams: Map<string, LockedStream>;
  /** Their states, once somebody needed them: folded once and carried on fact by fact. */
  readonly states: Map<string, StateByKind[StreamKind]>;
  readonly outcomes: Outcome[];
  /** Also for decisions that refused: why they did tells of what was opened. */
  readonly opened: OpenedFor[];
  /** Frozen sets that were opened for decisions. */
  readonly bulk: BulkReading[];
  readonly reader: Reader;
  /** What the calls of a long list will open, read for all of them at once: by subject and sections. */
  readonly foreseen: Map<string, Opened | undefined>;
};

/** Opens beforehand, in one reading for each set of sections, what the decisions of many calls need. Each still records its own. */
export async function foresee(deciding: Deciding, calls: readonly Understood[]): Promise<void> {
  const wanted = new Map<string, { sections: readonly SectionName[]; subjects: Set<Subject> }>();
  for (const { row, input } of calls) {
    // Whose case is assigned is only known when it is decided: nothing is opened before.
    if (scopeOf(row.who, deciding.by.actor, deciding.held) === 'assigned') continue;
    for (const one of [row.knows ?? []].flat()) {
      const sections = sectionsOf(one);
      const group = wanted.get(sections.join(',')) ?? { sections, subjects: new Set() };
      wanted.set(sections.join(','), group);
      group.subjects.add(one.of(input));
    }
  }
  for (const [names, { sections, subjects }] of wanted) {
    if (subjects.size < 2) continue;
    const opened = await deciding.vault.open([...subjects], sections);
    for (const subject of subjects) deciding.foreseen.set(`${subject}|${names}`, opened.get(subject));
  }
}

/** Decides one command on the state as the commands before it left it. A refusal changes nothing. */
export async function decideCall(deciding: Deciding, call: Understood): Promise<GateRefusal | Outcome> {
  const { parts, by, now } = deciding;
  const { row } = call;
  let { input } = call;
  const streams = row.streams(input);
  const states = statesOf(deciding, streams);
  const denied = outOfScope(deciding, row, states);
  if (denied) return denied;
  for (const [name, ref] of Object.entries(streams)) {
    const shown = call.shown[name];
    const version = lockedStream(deciding, ref).version;
    if (shown !== undefined && shown !== version) {
      return { refused: 'stale', row: row.name, shown, now: version };
    }
  }
  const asked: readonly Knows<never>[] = [row.knows ?? []].flat();
  const known: Record<string, string> = {};
  for (const one of asked) Object.assign(known, await openKnown(deciding, one, one.of(input)));
  if (asked.length > 0) {
    const subjects = [...new Set(asked.map((one) => one.of(input)))];
    deciding.opened.push({ subjects, fields: Object.keys(known) });
  }
  if (row.gathers) {
    input = await row.gathers(
      {
        reader: deciding.reader,
        open: deciding.vault.open,
        now,
        rules: parts.rules,
        secrets: parts.secrets,
        remember: (reading) => {
          deciding.bulk.push(reading);
          deciding.opened.push({ subjects: [reading.set], fields: reading.fields });
        },
      },
      input,
      states as never,
    );
  }
  const decision = row.decide(
    states as never,
    input,
    {
      now,
      today: dayOfInstant(now),
      actor: by.actor as Actor,
      ...(by.second ? { second: by.second as AccountId } : {}),
      ids: parts.ids,
      rules: parts.rules,
      known,
    },
    parts.secrets,
  );
  if (isRefusal(decision)) return { ...decision, row: row.name };
  const outcome: Outcome = {
    row: row.name,
    purpose: row.remembers,
    decision,
    facts: decision.facts.map((fact) => place(deciding, fact)),
  };
  deciding.outcomes.push(outcome);
  return outcome;
}

/** The fold of a locked stream: the facts of the journal and those decided in this transaction. */
export function stateOf<Kind extends StreamKind>(
  ref: StreamRef<Kind>,
  facts: readonly RecordedFact[],
): StateByKind[Kind] {
  const fold = folds[ref.kind];
  return facts.reduce(fold.evolve, fold.initial);
}

function statesOf(deciding: Deciding, streams: Streams): Readonly<Record<string, StateByKind[StreamKind]>> {
  return Object.fromEntries(Object.entries(streams).map(([name, ref]) => [name, stateNow(deciding, ref)]));
}

/** The state of a locked stream as the commands so far left it. */
export function stateNow(deciding: Deciding, ref: StreamRef): StateByKind[StreamKind] {
  const name = `${ref.kind}:${ref.id}`;
  const known = deciding.states.get(name);
  if (known !== undefined) return known;
  const state = stateOf(ref, lockedStream(deciding, ref).facts);
  deciding.states.set(name, state);
  return state;
}

function lockedStream(deciding: Deciding, ref: StreamRef): LockedStream {
  const stream = deciding.streams.get(`${ref.kind}:${ref.id}`);
  if (!stream) throw new Error(`The stream ${ref.kind} was not named by the row and is not locked`);
  return stream;
}

function place(
  deciding: Deciding,
  fact: Decision['facts'][number],
): { readonly stream: string; readonly version: number; readonly fact: RecordedFact } {
  const ref = streamOf(fact);
  const name = `${ref.kind}:${ref.id}`;
  const stream = lockedStream(deciding, ref);
  const recorded = record(fact, {
    id: deciding.parts.ids.fresh('fact'),
    recordedAt: deciding.now,
    actor: deciding.by.actor as Actor,
  });
  const version = stream.version + 1;
  deciding.streams.set(name, { version, facts: [...stream.facts, recorded] });
  const state = deciding.states.get(name);
  if (state !== undefined) deciding.states.set(name, evolved(ref, state, recorded));
  return { stream: name, version, fact: recorded };
}

function evolved<Kind extends StreamKind>(
  { kind }: StreamRef<Kind>,
  state: StateByKind[StreamKind],
  fact: RecordedFact,
): StateByKind[Kind] {
  return folds[kind].evolve(state as StateByKind[Kind], fact);
}

/** A right for assigned cases only holds for the person who is to visit now (CHI-8.3-3): the row's case decides. */
function outOfScope(
  deciding: Deciding,
  row: Command,
  states: Readonly<Record<string, StateByKind[StreamKind]>>,
): GateRefusal | undefined {
  if (scopeOf(row.who, deciding.by.actor, deciding.held) !== 'assigned') return undefined;
  const mine = Object.values(states).some(
    (state) => state && 'bookings' in state && state.bookings.active?.visitor === deciding.by.actor,
  );
  return mine ? undefined : { refused: 'denied', row: row.name };
}

async function openKnown(
  deciding: Deciding,
  { fields, as }: Knows<never>,
  subject: Subject,
): Promise<Readonly<Record<string, string>>> {
  const sections = sectionsOf({ fields });
  const foreseen = `${subject}|${sections.join(',')}`;
  const opened = deciding.foreseen.has(foreseen)
    ? deciding.foreseen.get(foreseen)
    : (await deciding.vault.open([subject], sections)).get(subject);
  // What an earlier command of this transaction keeps is not written yet, and is known all the same.
  const kept = deciding.outcomes
    .flatMap(({ decision }) => decision.keep ?? [])
    .filter(({ of }) => of === subject)
    .flatMap(({ section, value }) =>
      Object.entries(value).map(([name, content]) => [`${section}.${name}`, content] as const),
    );
  const wanted = (name: string) =>
    fields.some((field) => (field.endsWith('.*') ? name.startsWith(field.slice(0, -1)) : name === field));
  return Object.fromEntries(
    [...Object.entries(opened?.fields ?? {}), ...kept]
      .filter(([name]) => wanted(name))
      .map(([name, value]) => [as ? `${as}:${name}` : name, value]),
  );
}

function sectionsOf({ fields }: Pick<Knows<never>, 'fields'>): readonly SectionName[] {
  return [...new Set(fields.map(sectionOf))];
}
