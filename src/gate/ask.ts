import { dayOfInstant } from '../domain/basics/instant.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Subject } from '../domain/decision.ts';
import { mayOpen, sectionOf } from '../security/fields.ts';
import { addEntries, type AccessEntry } from '../store/access-log.ts';
import { heldBy, isActingManager } from '../store/grants.ts';
import { assignedCases } from '../store/assigned.ts';
import { readPrintFile } from '../store/print-files.ts';
import { readStaged } from '../store/staged.ts';
import { troubleOf } from '../store/trouble.ts';
import { vaultSession, type Opened } from '../store/vault/session.ts';
import type { By, GateParts } from './gate.ts';
import { isOffered } from './offered.ts';
import type { Asking, Fields, Found, Page, Question } from './question.ts';
import { withLivingKeys } from './living-keys.ts';
import type { GateRefusal } from './refusal.ts';
import { rolesOn, scopeOf } from './scope.ts';

/**
 * Answers a question: check the right, find ids, record the reading and commit it, then open the fields and show them.
 * The record is there before the first value leaves, whatever happens afterwards.
 */
export async function ask(
  parts: GateParts,
  name: string,
  input: unknown,
  by: By,
): Promise<Result<unknown, GateRefusal>> {
  try {
    return await answer(parts, name, input, by);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble) return err({ refused: trouble });
    throw error;
  }
}

async function answer(
  parts: GateParts,
  name: string,
  input: unknown,
  by: By,
): Promise<Result<unknown, GateRefusal>> {
  const row = parts.questions.get(name);
  if (!row) return err({ refused: 'unknown-row', row: name });
  const now = parts.now();
  const today = dayOfInstant(now);
  const { reader } = parts.database;
  const held = by.actor.startsWith('account_') ? rolesOn(await heldBy(reader, by.actor), today) : [];
  const scope = scopeOf(row.who, by.actor, held);
  if (!scope) {
    await remember(parts, [entry(parts, by, row, now, { word: 'denied', reason: 'denied' })]);
    return err({ refused: 'denied', row: name });
  }
  if (!isOffered(row, parts.rules)) return err({ refused: 'unknown-row', row: name });
  // Only now: whoever has no right does not learn whether the input was well made.
  const parsed = row.schema.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
    return err({ refused: 'not-understood', row: name, problems });
  }
  const asking: Asking = {
    reader,
    search: () => withLivingKeys(parts, parts.search),
    staged: (list, range) => withLivingKeys(parts, () => readStaged(reader, parts.ring(), list, range)),
    printed: (batch, file) => withLivingKeys(parts, () => readPrintFile(reader, parts.ring(), batch, file)),
    now,
    today,
    rules: parts.rules,
    actor: by.actor,
    scope,
    sheetMark: parts.sheetMark,
  };
  const page = pageOf(await row.find(asking, parsed.data));
  const found = row.ofOneself ? page.rows.filter(({ subject }) => subject === by.actor) : page.rows;
  const cases = found.flatMap((one) => one.case ?? []);
  const mine = new Set(held.includes('visitor') ? await assignedCases(reader, by.actor, cases) : []);
  const rows = scope === 'assigned' ? found.filter((one) => one.case && mine.has(one.case)) : found;
  if (scope === 'assigned' && found.length > 0 && rows.length === 0) {
    await remember(parts, [entry(parts, by, row, now, { word: 'denied', reason: 'not-assigned' })]);
    return err({ refused: 'denied', row: name });
  }
  const acting = held.includes('responsible-manager') && (await isActingManager(reader, by.actor, today));
  const wholeProgramme = !by.actor.startsWith('account_') || row.ofOneself === true;
  const [others, hers] = [false, true].map((assigned) =>
    row.opens.filter((field) => wholeProgramme || mayOpen(field, held, { assigned, acting })),
  );
  const visible = (one: Found) => (one.case !== undefined && mine.has(one.case) ? hers : others) ?? [];
  const fields = [...new Set(rows.flatMap(visible))];
  await remember(parts, readings(parts, by, row, now, { ...page, rows }, fields));
  const opened = await openFields(parts, rows, fields);
  const fieldsOf = (one: Found): Fields => {
    const all = one.subject ? fieldsIn(opened.get(one.subject), one.vaultItem) : undefined;
    const allowed = visible(one);
    return Object.fromEntries(
      Object.entries(all ?? {}).filter(([name]) => allowed.some((field) => isField(name, field))),
    );
  };
  return ok(row.show(rows, fieldsOf, parsed.data, asking, page.hits));
}

async function openFields(
  parts: GateParts,
  rows: readonly Found[],
  fields: readonly Question['opens'][number][],
): Promise<ReadonlyMap<Subject, Opened>> {
  const subjects = [...new Set(rows.flatMap((one) => one.subject ?? []))];
  if (subjects.length === 0 || fields.length === 0) return new Map();
  return withLivingKeys(parts, () =>
    vaultSession(parts.database.reader, parts.ring()).open(subjects, [...new Set(fields.map(sectionOf))]),
  );
}

/** `answers.*` stands for every field of a section. */
function isField(name: string, asked: string): boolean {
  return asked.endsWith('.*') ? name.startsWith(asked.slice(0, -1)) : name === asked;
}

function fieldsIn(opened: Opened | undefined, item: string | undefined): Fields | undefined {
  if (!opened || item === undefined) return opened?.fields;
  const one = opened.items.filter(
    (kept) => kept.item === '' || kept.item === item || kept.item.startsWith(`${item}/`),
  );
  return Object.fromEntries(
    one.flatMap(({ section, value }) =>
      Object.entries(value).map(([name, content]) => [`${section}.${name}`, content]),
    ),
  );
}

function pageOf(found: readonly Found[] | Page<Found>): Page<Found> {
  return 'rows' in found ? found : { rows: found, hits: found.length, kinds: [] };
}

function readings(
  parts: GateParts,
  by: By,
  row: Question,
  now: AccessEntry['at'],
  page: Page<Found>,
  fields: readonly string[],
): readonly AccessEntry[] {
  const subjects = [...new Set(page.rows.flatMap((one) => one.subject ?? []))];
  switch (row.reading) {
    case 'none':
      return [];
    case 'opened':
      return subjects.map((subject) =>
        entry(parts, by, row, now, { word: 'opened', subjects: [subject], fields }),
      );
    case 'listed':
    case 'exported':
    case 'bulk':
      return [
        entry(parts, by, row, now, {
          word: row.reading,
          subjects,
          fields,
          hits: page.hits,
          ...(page.kinds.length > 0 ? { kinds: page.kinds } : {}),
        }),
      ];
  }
}

function entry(
  parts: GateParts,
  by: By,
  row: Question,
  now: AccessEntry['at'],
  more: Partial<AccessEntry> & Pick<AccessEntry, 'word'>,
): AccessEntry {
  return {
    id: parts.ids.fresh('entry'),
    at: now,
    actor: by.actor,
    ...(by.second ? { second: by.second } : {}),
    row: row.name,
    purpose: row.purpose,
    ...(by.screen ? { screen: by.screen } : {}),
    ...more,
  };
}

async function remember(parts: GateParts, entries: readonly AccessEntry[]): Promise<void> {
  await addEntries(parts.database.single, entries);
}
