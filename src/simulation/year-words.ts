import { join } from 'node:path';
import type { YearSummary } from './year/summary.ts';

/** The table that a simulated year ends with, and where everything lies. */
export function yearTable(summary: YearSummary, out: string): string {
  const { counts, breaches, reconciliation, facts } = summary;
  const open = reconciliation.filter(({ balanced }) => !balanced);
  const rows: readonly (readonly [string, string])[] = [
    ['名簿・異動の一覧', `${number(counts.lists)}件`],
    ['対象の方', `${number(counts.cases)}人`],
    ['通知・再送・勧奨の差出', `${number(counts.letters)}通`],
    ['利用登録', `${number(counts.registrations)}人`],
    ['訪問・面談', `${number(counts.visits)}件`],
    ['育児パッケージの差出', `${number(counts.packages)}個`],
    ['受理された報告', `${number(counts.reports)}件`],
    ['請求', `${number(counts.invoices)}件 ${number(counts.invoiced)}円`],
    ['記録された事実', `${number(Object.values(facts).reduce((sum, one) => sum + one, 0))}件`],
    [
      '突き合わせ',
      open.length === 0 ? `${reconciliation.length}項目すべて一致` : `${open.length}項目が不一致`,
    ],
    ['期限の違反', `${breaches.length}件`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name}${'　'.repeat(width - name.length)}  ${value}`);
  const places: readonly (readonly [string, string])[] = [
    ['区の一覧(パスワードは隣。見本だけの置き方です)', 'lists'],
    ['通知・はがき・送付状', 'letters'],
    ['報告', 'reports'],
    ['請求', 'invoices'],
    ['すべての事実', 'journal.ndjson'],
    ['この表の元と突き合わせ', 'summary.json'],
    ['データと鍵', 'data'],
  ];
  return [
    '',
    `架空の町の1年(種 ${summary.seed}、${summary.until} まで)`,
    ...lines,
    '',
    'できたもの',
    ...places.map(([name, path]) => `  ${join(out, path)}  ${name}`),
    '',
    '続けて見るには',
    `  npm run -s mimamori -- ask duty.list --json '{}' --data ${join(out, 'data')} --as account_demo-responsible-manager`,
    '見本です。実在の方の情報を入れないでください。',
  ].join('\n');
}

function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
