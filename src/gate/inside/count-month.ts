import { sha256Hex } from '../../security/digest.ts';
import type { DrawSecrets } from '../../security/draw-secrets.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { Keep } from '../../domain/decision.ts';
import type { LineProof } from '../../domain/facts/closing.ts';
import {
  countFacts,
  type Attempt,
  type Counted,
  type WantedAnswers,
} from '../../domain/reports/count-facts.ts';
import { COUNTED_TYPES } from '../../domain/reports/counts-of-fact.ts';
import { makeLine } from '../../domain/reports/report-line.ts';
import { wishOf, type ReportPeriod } from '../../domain/reports/report-period.ts';
import { tabulateAnswers } from '../../domain/reports/tabulate-answers.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Reader } from '../../store/connection.ts';
import { correctedFacts, eachFact } from '../../store/questions/months.ts';
import type { Opened, VaultSession } from '../../store/vault/session.ts';

/** Counts what a closing tells, or told: the journal up to its last place, once through. */
export async function countMonth(
  reader: Reader,
  period: ReportPeriod,
  upTo: number,
  rules: Rules,
): Promise<Counted> {
  const corrected = await correctedFacts(reader, upTo);
  const counting = countFacts({ ...wishOf(period, rules), corrected });
  await eachFact(reader, upTo, COUNTED_TYPES, counting.add);
  return counting.result();
}

/** What a closing takes out of the vault: counts of answers, and the pages with names under their salts. */
export type FromVault = {
  readonly tabulated: Readonly<Record<string, number>>;
  readonly lines: readonly LineProof[];
  readonly linesDigest: string;
  readonly keep: readonly Keep[];
};

/** Sections a closing opens, of the women it tells of. */
export const CLOSING_OPENS = ['answers', 'visit', 'identity', 'reference'] as const;

/** Women whose vaults are open at once. */
const CHUNK = 500;

/**
 * Opens what the count asks for, some women at a time, and keeps of it codes and numbers (items ④ to ⑦, CHI-9.1-7 to
 * 9.1-10) and each woman's own line (CHI-9.1-2). The next women are fetched while these are counted.
 */
export async function countVault(
  open: VaultSession['open'],
  secrets: DrawSecrets,
  { month, edition }: Pick<ReportPeriod, 'month' | 'edition'>,
  counted: Counted,
  rules: Rules,
): Promise<FromVault> {
  const wanted = new Map<CaseId, WantedAnswers[]>();
  for (const id of counted.women.keys()) wanted.set(id, []);
  for (const answers of counted.wanted) {
    const hers = wanted.get(answers.case);
    if (hers) hers.push(answers);
    else wanted.set(answers.case, [answers]);
  }
  const tabulated = new Map<string, number>();
  const lines: LineProof[] = [];
  const keep: Keep[] = [];
  const cases = [...wanted.keys()];
  const fetch = (from: number) => open(cases.slice(from, from + CHUNK), CLOSING_OPENS);
  let next = cases.length > 0 ? fetch(0) : undefined;
  for (let from = 0; next; from += CHUNK) {
    const opened = await next;
    next = from + CHUNK < cases.length ? fetch(from + CHUNK) : undefined;
    next?.catch(() => undefined);
    for (const id of cases.slice(from, from + CHUNK)) {
      const hers = opened.get(id);
      for (const answers of wanted.get(id) ?? []) {
        const fields = hers && itemOf(hers, answers.section, answers.name);
        tabulateAnswers(tabulated, answers, fields, rules.forms.definitions, rules.reports);
      }
      const attempts = counted.women.get(id);
      if (!attempts) continue;
      const line = hers && lineOf(hers, attempts, secrets, rules);
      lines.push({ case: id, digest: line?.digest ?? ERASED });
      if (line) keep.push({ of: id, section: 'report-line', item: `${month}/${edition}`, value: line.value });
    }
  }
  return {
    tabulated: Object.fromEntries([...tabulated].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    lines,
    linesDigest: digestOfLines(lines),
    keep,
  };
}

/** In the place of a digest: she had been erased before the month was closed. */
export const ERASED = 'erased';

/** The digest of one frozen line: what its salt, its row and its page must give again. */
export function lineDigest(value: Readonly<Record<string, string>>): string {
  return sha256Hex([value['salt'], value['row'], value['page']].join('\n'));
}

export function digestOfLines(lines: readonly LineProof[]): string {
  return sha256Hex(lines.map((line) => `${line.case} ${line.digest}\n`).join(''));
}

function lineOf(
  hers: Opened,
  attempts: readonly Attempt[],
  secrets: DrawSecrets,
  rules: Rules,
): { readonly value: Readonly<Record<string, string>>; readonly digest: string } {
  const { token, code } = secrets();
  const answersOf = (booking: string) => itemOf(hers, 'visit', booking);
  const value = { salt: `${token}${code}`, ...makeLine(attempts, hers.fields, answersOf, rules.reports) };
  return { value, digest: lineDigest(value) };
}

function itemOf(
  { items }: Opened,
  section: string,
  name: string,
): Readonly<Record<string, string>> | undefined {
  return items.find((one) => one.section === section && one.item === name)?.value;
}
