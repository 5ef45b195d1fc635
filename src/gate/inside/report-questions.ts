import { z } from 'zod';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { Period } from '../../domain/facts/closing.ts';
import type { ReportSources, Source } from '../../domain/reports/report.ts';
import { sourcesBehind } from '../../domain/reports/sources-behind.ts';
import { roles } from '../../security/access.ts';
import {
  allClosings,
  consentsTakenBack,
  factsAt,
  monthRows,
  placeOfIssue,
  type MonthRow,
} from '../../store/questions/months.ts';
import type { Asking } from '../question.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { ERASED, lineDigest } from './count-month.ts';
import { remakeAnnual, remakeReport } from './remake-report.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';

const READERS = { allowed: roles('responsible-manager', 'ward-staff', 'auditor') };
/** Whoever may see the pages with names. */
const PAGES = { allowed: roles('responsible-manager', 'ward-staff') };

const asked = {
  month: z.custom<Period>(
    (value) => typeof value === 'string' && (/^\d{4}$/.test(value) || inputs.month.safeParse(value).success),
  ),
  edition: z.int().min(1).optional(),
};

type Asked = { readonly month: Period; readonly edition?: number | undefined };
type Made = {
  readonly report: object;
  readonly digest: string;
  readonly proven: boolean;
  readonly sources: ReportSources;
};

/** A report made again, of a month or of the year; nothing while the month is open. */
async function madeAgain({ reader, rules }: Asking, { month, edition }: Asked): Promise<Made | undefined> {
  if (month.length === 7) {
    const made = await remakeReport(reader, { month: month as YearMonth, edition }, rules);
    return made && pick(made, made.proven);
  }
  const issued = (await monthRows(reader)).filter((row) => row.period === month);
  const wanted = edition ?? issued.at(-1)?.edition ?? 1;
  if (edition !== undefined && !issued.some((row) => row.edition === edition)) return undefined;
  const made = await remakeAnnual(reader, wanted, rules, await placeOfIssue(reader, month, wanted));
  if (!made.complete) return undefined;
  const frozen = issued.find((row) => row.edition === wanted)?.digest;
  return pick(made, frozen === undefined || frozen === made.digest);
}

function pick({ report, digest, sources }: Omit<Made, 'proven'>, proven: boolean): Made {
  return { report, digest, proven, sources };
}

/** `report.months`: which months are closed and where their reports have come to. */
const listMonths = question({
  name: 'report.months',
  says: 'List closed months with their editions and where their reports have come to',
  schema: z.strictObject({}),
  who: READERS,
  reading: 'none',
  opens: [],
  purpose: 'report',
  find: ({ reader }) => monthRows(reader),
  show: (rows): readonly MonthRow[] => rows,
});

/** `report.show`: the frozen report of a month or of the year; `proven` = made again it has the same bytes. */
const showReport = question({
  name: 'report.show',
  says: 'Show the frozen report of a month or year, made again from the journal and compared with its digest',
  schema: z.strictObject(asked),
  who: READERS,
  reading: 'none',
  opens: [],
  purpose: 'report',
  find: async (asking, input) => {
    const made = await madeAgain(asking, input);
    return made ? [made] : [];
  },
  show: ([made]) => (made ? { report: made.report, digest: made.digest, proven: made.proven } : null),
});

/** `report.sources`: for every number of a report the facts behind it. */
const showSources = question({
  name: 'report.sources',
  says: 'Show the ids of the facts behind every number of a report',
  schema: z.strictObject(asked),
  who: READERS,
  reading: 'listed',
  opens: [],
  purpose: 'report',
  find: async (asking, input) => {
    const made = await madeAgain(asking, input);
    return made ? [made] : [];
  },
  show: ([made]) => (made ? made.sources : null),
});

type Behind = { readonly source: Source; readonly seq: number | null; readonly told: RecordedFact };

/**
 * `report.behind`: the facts behind one number, by its path below `items`, or `corrections/2026-05/visits.completed`.
 * A count of answers leads to the facts that say who answered: what was answered lies in the vault alone.
 */
const showBehind = question({
  name: 'report.behind',
  says: 'Show the facts behind one number of a report',
  schema: z.strictObject({
    ...asked,
    item: inputs.code,
    offset: z.int().min(0).default(0),
    limit: z.int().min(1).max(1000).default(200),
  }),
  who: READERS,
  reading: 'listed',
  opens: [],
  purpose: 'report',
  find: async (asking, input) => {
    const made = await madeAgain(asking, input);
    const behind = made ? sourcesBehind(made.sources, input.item) : [];
    const page = behind.slice(input.offset, input.offset + input.limit);
    const facts = await factsAt(asking.reader, [...new Set(page.map(({ place }) => place))]);
    const byId = new Map(facts.map((one) => [one.fact.id, one]));
    const rows: readonly Behind[] = page.flatMap((source) => {
      const found = byId.get(source.fact);
      return found ? [{ source, seq: found.seq, told: found.fact }] : [];
    });
    return { rows, hits: behind.length, kinds: ['item'] };
  },
  show: (rows, _fields, input, _asking, hits) => ({
    item: input.item,
    facts: hits,
    shown: rows.map(({ source, seq, told }) => ({ by: source.by, of: source.of, seq, fact: told })),
  }),
});

type Line = {
  readonly case: CaseId;
  readonly subject: CaseId;
  readonly vaultItem: string;
  readonly proof: string;
  /** She has taken her consent back since: the page is not shown any more (AMB-12). */
  readonly pageStays: boolean;
};

/**
 * `report.lines`: the lines of the results table and the pages of item ④ as they were frozen (CHI-9.1-2, 9.1-7), each
 * held against its digest. Of an erased woman there is no line any more; the others still prove themselves.
 */
const showLines = question({
  name: 'report.lines',
  says: "Open the frozen lines of a month's results table and its pages, each proven by its digest",
  schema: z.strictObject({ month: inputs.month, edition: z.int().min(1).optional() }),
  who: PAGES,
  reading: 'exported',
  opens: ['report-line.salt', 'report-line.row', 'report-line.page'],
  purpose: 'report',
  find: async ({ reader }, { month, edition }): Promise<readonly Line[]> => {
    const closing = (await allClosings(reader)).findLast(
      (one) => one.month === month && (edition === undefined || one.edition === edition),
    );
    const lines = closing?.lines ?? [];
    const withdrawn = await consentsTakenBack(
      reader,
      lines.map((line) => line.case),
    );
    const vaultItem = closing ? `${month}/${closing.edition}` : '';
    return lines.map(({ case: id, digest }) => ({
      case: id,
      subject: id,
      vaultItem,
      proof: digest,
      pageStays: withdrawn.has(id),
    }));
  },
  show: (rows, fields) =>
    rows.map((line) => {
      const opened = fields(line);
      const [salt, row, page] = ['salt', 'row', 'page'].map((name) => opened[`report-line.${name}`]);
      if (salt === undefined || row === undefined || page === undefined || line.proof === ERASED) {
        return { case: line.case, state: 'erased' as const, digest: line.proof };
      }
      const proven = lineDigest({ salt, row, page }) === line.proof;
      return {
        case: line.case,
        state: proven ? ('proven' as const) : ('differs' as const),
        digest: line.proof,
        row: JSON.parse(row) as unknown,
        page: page === '' || line.pageStays ? null : (JSON.parse(page) as unknown),
      };
    }),
});

export const reportQuestions: readonly Question[] = [
  listMonths,
  showReport,
  showSources,
  showBehind,
  showLines,
];
