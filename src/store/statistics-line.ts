/** Every id of ours by its form (`basics/ids.ts`), so that a new kind is left out without being named here. */
const ID = /^[a-z]+(-[a-z]+)*_[a-z0-9-]+$/;
const MOMENT = /^(\d{4}-\d{2})-\d{2}(T.*)?$/;
/** A day within a longer word, such as the key of a duty. */
const DAY_INSIDE = /(\d{4}-\d{2})-\d{2}/g;
const LEFT_OUT: ReadonlySet<string> = new Set([
  'seq',
  'id',
  // Numbers that lead on to somebody: the row of the ward's list, the line of the reception book, the day of a generation.
  'line',
  'no',
  'generation',
  // What her capsule and her envelopes are found by.
  'locator',
  'envelope',
  'tracking',
  'serials',
  // Words of people that may name a paper, a day or a batch.
  'ref',
  'evidence',
  'receipt',
  'receipts',
  'sha256',
  'recordedAt',
  'holder',
]);

/** A line of the journal without ids and numbers that lead to somebody, days rounded to months. */
export function forStatistics(line: string): string {
  const fact: Record<string, unknown> = JSON.parse(line);
  const kept = Object.entries(fact).flatMap(([name, value]) => {
    const told = LEFT_OUT.has(name) ? undefined : withoutTraces(value);
    return told === undefined ? [] : [[name, told] as const];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

function withoutTraces(value: unknown): unknown {
  if (typeof value === 'string') {
    if (ID.test(value)) return undefined;
    return MOMENT.exec(value)?.[1] ?? value.replace(DAY_INSIDE, '$1');
  }
  if (Array.isArray(value)) return value.map(withoutTraces).filter((one) => one !== undefined);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const told = LEFT_OUT.has(name) ? undefined : withoutTraces(inner);
        return told === undefined ? [] : [[name, told] as const];
      }),
    );
  }
  return value;
}
