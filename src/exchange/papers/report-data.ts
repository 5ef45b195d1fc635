import { err, ok, type Result } from '../../domain/basics/result.ts';
import { monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import { reportText } from '../../domain/reports/make-report.ts';
import type {
  AnnualReport,
  MonthReport,
  ReportSources,
  ReportSupplement,
} from '../../domain/reports/report.ts';
import type { By } from '../../gate/gate.ts';
import type { GateRefusal } from '../../gate/refusal.ts';
import type { Programme } from '../../programmes/programme.ts';

/** What the data of a report needs of a place. */
export type ReportDoor = {
  readonly programme: Programme;
  readonly ask: (question: string, input: unknown, by: By) => Promise<Result<unknown, GateRefusal>>;
};

export type ReportWish =
  | { readonly month: YearMonth; readonly edition?: number | undefined }
  | { readonly year: number; readonly edition?: number | undefined };

export type NoReport =
  | { readonly type: 'refused'; readonly refusal: GateRefusal }
  | { readonly type: 'not-closed' }
  /** Made again it has other bytes than were frozen: the journal or the program is not what it was. */
  | { readonly type: 'not-proven'; readonly edition: number };

/** One report as files: `report-2026-05`, `report-2027-03-supplement-1`, `report-2026`. */
export type MadeReportData = {
  readonly name: string;
  readonly edition: number;
  readonly digest: string;
  readonly report: MonthReport | ReportSupplement | AnnualReport;
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

/**
 * The frozen JSON of a closed month or of the year, with the facts behind every number, and of a month the state of
 * applications apart (DOC-13, CHI-8.2-4). Of the contract's last month without an edition: its report and every
 * supplement (AMB-22); of another month its newest edition.
 */
export async function reportData(
  door: ReportDoor,
  wish: ReportWish,
  by: By,
): Promise<Result<readonly MadeReportData[], NoReport>> {
  const editions = await editionsOf(door, wish, by);
  if (!editions.ok) return editions;
  const made: MadeReportData[] = [];
  for (const edition of editions.value) {
    const one = await oneReport(door, wish, edition, by);
    if (!one.ok) return one;
    made.push(one.value);
  }
  return made.length > 0 ? ok(made) : err({ type: 'not-closed' });
}

async function editionsOf(
  { programme, ask }: ReportDoor,
  wish: ReportWish,
  by: By,
): Promise<Result<readonly (number | undefined)[], NoReport>> {
  if (wish.edition !== undefined || 'year' in wish) return ok([wish.edition]);
  const months = await ask('report.months', {}, by);
  if (!months.ok) return err({ type: 'refused', refusal: months.error });
  const known = (months.value as readonly { readonly period: string; readonly edition: number }[])
    .filter(({ period }) => period === wish.month)
    .map(({ edition }) => edition);
  return ok(wish.month === monthContaining(programme.rules.contract.to) ? known : known.slice(-1));
}

async function oneReport(
  { ask }: ReportDoor,
  wish: ReportWish,
  edition: number | undefined,
  by: By,
): Promise<Result<MadeReportData, NoReport>> {
  const asked = {
    month: 'year' in wish ? `${wish.year}` : wish.month,
    ...(edition === undefined ? {} : { edition }),
  };
  const shown = await ask('report.show', asked, by);
  if (!shown.ok) return err({ type: 'refused', refusal: shown.error });
  const found = shown.value as Shown | null;
  if (!found) return err({ type: 'not-closed' });
  const { report, digest, proven } = found;
  if (!proven) return err({ type: 'not-proven', edition: report.edition });
  const behind = await ask('report.sources', { ...asked, edition: report.edition }, by);
  if (!behind.ok) return err({ type: 'refused', refusal: behind.error });
  const name = nameOf(report);
  const period = asked.month;
  const sources = { month: period, edition: report.edition, digest, sources: behind.value as ReportSources };
  return ok({
    name,
    edition: report.edition,
    digest,
    report,
    files: [
      { name: `${name}.json`, text: reportText(report) },
      { name: `${name}.sources.json`, text: reportText(sources) },
      ...('items' in report && 'month' in report
        ? [{ name: `applications-${report.month}.json`, text: reportText(applicationsOf(report)) }]
        : []),
    ],
  });
}

type Shown = {
  readonly report: MadeReportData['report'];
  readonly digest: string;
  readonly proven: boolean;
};

/** 申込み状況 of a month apart from the rest of the report: the same numbers (CHI-8.2-4). */
function applicationsOf({ month, edition, programme, items, corrections }: MonthReport) {
  return {
    month,
    edition,
    programme,
    applications: items.applications,
    corrections: corrections.filter(({ item }) => item.startsWith('applications.')),
  };
}

function nameOf(report: MadeReportData['report']): string {
  if ('year' in report) return `report-${report.year}`;
  const own = `report-${report.month}`;
  return 'supplement' in report ? `${own}-supplement-${report.supplement}` : own;
}
