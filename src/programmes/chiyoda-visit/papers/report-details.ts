import type { ReportItems } from '../../../domain/reports/report.ts';
import type { Block, Cell } from '../../paper.ts';
import { written } from '../../papers/numbers.ts';
import { formTables, tallyTable } from './form-tables.ts';
import { formWords } from './form-words.ts';
import { consultationWord } from './report-words.ts';

/** The tabulations behind items ④ to ⑩. */
export function details(items: ReportItems): readonly Block[] {
  const { conditions, consultations, urgent, survey } = items;
  return [
    { kind: 'heading', text: '④ 訪問時の様子' },
    {
      kind: 'text',
      text: `見守り訪問実績一覧表に記載した方 ${written.number(conditions.pages)}人、同意がなく記載しない方 ${written.number(conditions.withheld)}人、消去済みの方 ${written.number(conditions.erased)}人`,
    },
    ...(Object.keys(conditions.questions).length === 0
      ? []
      : [tallyTable(conditions.questions, conditions.pages, formWords.conditions)]),
    { kind: 'heading', text: '⑤ 事前アンケートの集計' },
    ...formTables(items.questionnaire),
    { kind: 'heading', text: '⑥ 見守りチェックリストの集計' },
    ...formTables(items.checklist),
    { kind: 'heading', text: '⑦ ゆとり感の聞き取りの集計(要フォロー妊婦分)' },
    ...formTables(items.leeway),
    { kind: 'heading', text: '⑧ 相談内容の内訳' },
    counted(
      '相談の内容',
      Object.entries(consultations).map(([code, count]) => [consultationWord(code), count]),
    ),
    { kind: 'heading', text: '⑨ 緊急対応ケース等' },
    counted('区分', [
      ['緊急(直ちに連絡)', urgent.u1],
      ['当日中の連絡', urgent.u2],
      ['要観察の連絡', urgent.u3],
    ]),
    { kind: 'text', text: `流産・死産等の連絡(上の表とは別に計上) ${written.number(urgent.loss)}件` },
    { kind: 'heading', text: '⑩ 対象者アンケート' },
    ...surveyBlocks(survey),
  ];
}

function surveyBlocks({ held, sent, answers, latest }: ReportItems['survey']): readonly Block[] {
  const now = held
    ? `今月の依頼 ${written.number(sent)}件、回答 ${written.number(answers)}件`
    : '今月は実施なし';
  if (!latest) return [{ kind: 'text', text: now }];
  return [
    {
      kind: 'text',
      text: `${now}。直近の結果(${written.day(latest.closedOn)}締切り、回答${written.number(latest.answers)}件)は次のとおりです。少数の答えは、個人が分からないよう「非表示」としています。`,
    },
    tallyTable(latest.table, latest.answers, latest.form),
  ];
}

function counted(head: string, rows: readonly (readonly [label: string, count: number])[]): Block {
  return {
    kind: 'table',
    name: '',
    dense: true,
    columns: [
      { head, width: 'rest' },
      { head: '件数(件)', width: 30, align: 'right' },
    ],
    rows: rows.map(([label, count]): readonly Cell[] => [label, written.number(count)]),
    totals: [
      [
        { text: '計', strong: true },
        { text: written.number(rows.reduce((sum, [, count]) => sum + count, 0)), strong: true },
      ],
    ],
  };
}
