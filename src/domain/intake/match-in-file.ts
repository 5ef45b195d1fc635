import type { MatchWarning } from './match.ts';

/** The keys of a row under which it is compared with the other rows of its file. Empty: not known. */
export type FileKeys = {
  readonly line: number;
  readonly kana: string;
  readonly birthDate: number;
  readonly address: string;
};

export type FileMatch = {
  /** An earlier line with the same reading and birth date under another number: asked, never left out by machine. */
  readonly twiceWith?: number;
  readonly warnings: readonly MatchWarning[];
};

/** Twins, same names and same homes inside one file (domain.md 4.4). Lines without any are absent. */
export function matchInFile(rows: readonly FileKeys[]): ReadonlyMap<number, FileMatch> {
  const byPerson = groups(rows, ({ kana, birthDate }) => (kana && birthDate ? `${kana}|${birthDate}` : ''));
  const byTwin = groups(rows, ({ address, birthDate }) =>
    address && birthDate ? `${address}|${birthDate}` : '',
  );
  const byName = groups(rows, ({ kana }) => kana);
  const byHome = groups(rows, ({ address }) => address);
  const found = new Map<number, FileMatch>();
  for (const row of rows) {
    const first = byPerson(row)[0];
    const twiceWith = first && first.line !== row.line ? first.line : undefined;
    const isTwin = byTwin(row).some((other) => other.kana !== row.kana);
    const warnings: MatchWarning[] = [];
    if (isTwin) warnings.push('twin');
    if (byName(row).length > 1) warnings.push('same-name');
    if (!isTwin && byHome(row).length > 1) warnings.push('same-household');
    if (warnings.length > 0 || twiceWith !== undefined) {
      found.set(row.line, { ...(twiceWith === undefined ? {} : { twiceWith }), warnings });
    }
  }
  return found;
}

function groups(
  rows: readonly FileKeys[],
  keyOf: (row: FileKeys) => string,
): (row: FileKeys) => readonly FileKeys[] {
  const byKey = new Map<string, FileKeys[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const group = byKey.get(key);
    if (group) group.push(row);
    else byKey.set(key, [row]);
  }
  return (row) => byKey.get(keyOf(row)) ?? [];
}
