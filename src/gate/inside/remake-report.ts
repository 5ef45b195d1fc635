import { dayOfInstant } from '../../domain/basics/instant.ts';
import { monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import { countFacts } from '../../domain/reports/count-facts.ts';
import { COUNTED_TYPES } from '../../domain/reports/counts-of-fact.ts';
import { makeAnnual, type MadeAnnual } from '../../domain/reports/make-annual.ts';
import { makeReport, type MadeReport } from '../../domain/reports/make-report.ts';
import type { Closing } from '../../domain/reports/month-state.ts';
import type { Rules } from '../../domain/rules.ts';
import type { Reader } from '../../store/connection.ts';
import { markedProgramme } from '../../store/place-row.ts';
import { allClosings, correctedFacts, eachFact } from '../../store/questions/months.ts';
import { countMonth } from './count-month.ts';

export type Remade = MadeReport & {
  readonly closing: Closing;
  /** Made again, it has the very bytes that were frozen. */
  readonly proven: boolean;
};

/**
 * A closed report made again out of the journal and what its closings froze; nothing of it comes from the vault, so that
 * it is the same after erasures. Without an edition: the newest.
 */
export async function remakeReport(
  reader: Reader,
  wish: { readonly month: YearMonth; readonly edition?: number | undefined },
  rules: Rules,
): Promise<Remade | undefined> {
  const closings = await allClosings(reader);
  const at = closings.findLastIndex(
    (one) => one.month === wish.month && (wish.edition === undefined || one.edition === wish.edition),
  );
  const closing = closings[at];
  if (!closing) return undefined;
  const { month, edition, upTo, tabulated, lines, linesDigest } = closing;
  const period = { month, edition, earlier: closings.slice(0, at) };
  const counted = await countMonth(reader, period, upTo, rules);
  const frozen = { tabulated, lines, linesDigest, on: dayOfInstant(closing.at) };
  const made = makeReport(period, counted, frozen, await programmeOf(reader), rules);
  return { ...made, closing, proven: made.digest === closing.digest };
}

/**
 * The annual report (CHI-9.2-1) over the months closed so far, or before the place in the journal where an edition was
 * issued: so it is what it was then, whatever supplements have come since.
 */
export async function remakeAnnual(
  reader: Reader,
  edition: number,
  rules: Rules,
  before?: number,
): Promise<MadeAnnual> {
  const closings = await allClosings(reader, before);
  const upTo = Math.max(0, ...closings.map((one) => one.upTo));
  const corrected = await correctedFacts(reader, upTo);
  const counting = countFacts({
    reported: [],
    opened: [],
    corrected,
    first: monthContaining(rules.contract.from),
    consentText: rules.forms.consent.text,
  });
  await eachFact(reader, upTo, COUNTED_TYPES, counting.add);
  return makeAnnual(closings, counting.result(), edition, await programmeOf(reader), rules);
}

export async function programmeOf(reader: Reader): Promise<string> {
  const programme = await markedProgramme(reader);
  if (programme === undefined) throw new Error('The database was not initialised');
  return programme;
}
