import { parseYearMonth } from '../domain/basics/year-month.ts';
import { ok, type Result } from '../domain/basics/result.ts';
import type { NoPaper, PaperFile } from '../exchange/papers/paper-files.ts';
import {
  reportData,
  type MadeReportData,
  type NoReport,
  type ReportWish,
} from '../exchange/papers/report-data.ts';
import { reportPapers } from '../exchange/papers/report-papers.ts';
import type { By } from '../gate/gate.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand, Words } from './command-line.ts';
import type { PlaceDoor } from './doors.ts';
import { noPaperSentence } from './no-paper.ts';
import { openOrSay } from './open-or-say.ts';
import { writeFiles } from './write-files.ts';

/** `mimamori report`: the papers of a closed month or of the year, and the same numbers as JSON with what is behind them. */
export const reportCommand: CliCommand = {
  name: 'report',
  says: '締め切った月または年の報告書を書き出します(JSON、根拠の記録、PDF、XLSX)',
  usage: 'report (--month YYYY-MM | --year YYYY) [--edition N] [--data-only | --without-names] --out DIR',
  examples: [
    `mimamori do month.close --json '{"month":"2026-05"}' --as account_…`,
    'mimamori report --month 2026-05 --out ./reports --as account_…',
    'mimamori report --year 2026 --out ./reports --as account_…',
    `mimamori ask report.behind --json '{"month":"2026-05","item":"visits.completed"}' --as account_…`,
  ],
  options: {
    month: { type: 'string' },
    year: { type: 'string' },
    edition: { type: 'string' },
    'data-only': { type: 'boolean' },
    'without-names': { type: 'boolean' },
    out: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const wish = wishOf(words);
    const dir = words.text('out');
    if (!wish || dir === undefined) {
      out.problem(`使い方: mimamori ${reportCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('report.issue'));
      if (!by) {
        out.problem('だれが書き出すかを --as ID で指定してください。');
        return 2;
      }
      const made = await reportData(place, wish, by);
      if (!made.ok) {
        out.problem(sentenceOf(made.error));
        return 1;
      }
      const files: string[] = [];
      for (const one of made.value) {
        files.push(
          ...(await writeFiles(
            dir,
            one.files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) })),
          )),
        );
        const papers = words.flag('data-only')
          ? ok([])
          : await papersOf(place, wish, one, words.flag('without-names'), by);
        if (!papers.ok) {
          out.problem(noPaperSentence(papers.error));
          return 1;
        }
        files.push(...(await writeFiles(dir, papers.value)));
      }
      if (words.common.json) {
        out.json({
          reports: made.value.map(({ name, edition, digest }) => ({ name, edition, digest })),
          files,
        });
      } else for (const file of files) out.line(file);
      return 0;
    } finally {
      await place.close();
    }
  },
};

/** The papers beside the numbers: PDF and workbook of the same edition; the auditor takes them without names. */
async function papersOf(
  place: PlaceDoor,
  wish: ReportWish,
  { edition }: MadeReportData,
  withoutNames: boolean,
  by: By,
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const door = { ...place, now: place.parts.now };
  return reportPapers(
    door,
    'year' in wish
      ? { year: wish.year, edition }
      : { month: wish.month, edition, ...(withoutNames ? { without: 'names' } : {}) },
    by,
  );
}

function wishOf(words: Words): ReportWish | undefined {
  const [month, year, numbered] = [words.text('month'), words.text('year'), words.text('edition')];
  if (numbered !== undefined && !/^[1-9]\d?$/.test(numbered)) return undefined;
  const edition = numbered === undefined ? undefined : Number(numbered);
  if (month !== undefined && year === undefined) {
    const read = parseYearMonth(month);
    return read.ok ? { month: read.value, edition } : undefined;
  }
  return month === undefined && year !== undefined && /^\d{4}$/.test(year)
    ? { year: Number(year), edition }
    : undefined;
}

function sentenceOf(no: NoReport): string {
  switch (no.type) {
    case 'refused':
      return gateSentence(no.refusal);
    case 'not-closed':
      return 'まだ締め切られていません。業務責任者が mimamori do month.close で締め切ると、報告書を書き出せます。年次報告は12か月すべての締切りのあとに作れます。';
    case 'not-proven':
      return `第${no.edition}版を作り直したところ、締切りのときの内容と一致しません。提出せず、mimamori verify で記録を確かめてください。`;
  }
}
