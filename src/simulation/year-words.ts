import { join } from 'node:path';
import { sayIntake } from '../cli/intake-summary.ts';
import type { Output } from '../cli/output.ts';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { TakenIn } from '../exchange/intake/intake.ts';
import { demoPassword, demoPeople } from '../programmes/words/demo-people.ts';
import { ROLE_WORDS } from '../programmes/words/role-names.ts';
import type { LetterToTry } from './letters-to-try.ts';
import type { YearSummary } from './year/summary.ts';

/** What came of the first list of the ward: it stands before the year, so that somebody sees at once what this is about. */
export function sayFirstList(taken: TakenIn, out: Output): void {
  out.line('区から最初の一覧が届きました(CP932のCSV、AES-256のZIP。間違いも本物のように入っています)。\n');
  // It was checked before its questions went to the ward, and is shown as it came out of that.
  sayIntake({ ...taken, again: false }, out);
  out.line('\n照会に区が答え、名簿は台帳に入りました。ここから1年が進みます。\n');
}

/** How far the year is: a bar on a terminal, elsewhere a quiet line for each month, on stderr. */
export function progressOn(
  stderr: { readonly isTTY?: boolean },
  out: Output,
): (day: CivilDate, done: number, total: number) => void {
  if (stderr.isTTY) return out.progress;
  return (day, done, total) => {
    if (day.endsWith('-01')) out.problem(`${day}  ${Math.floor((done / total) * 100)}%`);
  };
}

/** The table that a simulated year ends with, and where everything lies. */
export function yearTable(summary: YearSummary, out: string): string {
  const { counts, breaches, reconciliation, facts, proven } = summary;
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
    ['記録の点検', proven ? '異常はありません' : '異常があります(mimamori verify)'],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name}${'　'.repeat(width - name.length)}  ${value}`);
  const places: readonly (readonly [string, string])[] = [
    ['区の一覧(パスワードは隣。見本だけの置き方です)', 'lists'],
    ['通知・はがき・送付状', 'letters'],
    ['月次・年次報告、実績一覧表', 'reports'],
    ['請求書と根拠', 'invoices'],
    ['差出票・発送簿・員数確認票・預かり証・照会票', 'papers'],
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

const WHOSE: Readonly<Record<LetterToTry['who'], string>> = {
  'not-opened': 'もうすぐ妊娠8か月、まだ手紙を開いていない方',
  booked: '訪問の予約がある方',
  visited: '訪問が終わった方',
};

/** With which letters somebody may try the portal of a town, and where the town lies. */
export function townTable(letters: readonly LetterToTry[], out: string): string {
  return [
    '',
    '試せる手紙(見本の方。コードと生年月日を入れます)',
    ...letters.flatMap(({ who, code, birthDate }) => [
      `  ${WHOSE[who]}`,
      `    ${code}  生年月日 ${birthDate}`,
    ]),
    '',
    '事務の画面に入れる見本の人(パスワードはどの人も ' + demoPassword(1) + ')',
    ...deskPeople(),
    '  端末の登録と確認コードは、画面の案内に従ってください(見本の町だけの表示です)。',
    '',
    `町のもの(名簿、通知、報告、請求、データと鍵)は ${out} にあります。消すと次に新しく作ります。`,
    '見本です。実在の方の情報を入れないでください。',
    '',
  ].join('\n');
}

/** By role, in the order of the list: the IDs that are typed at the desk. */
function deskPeople(): readonly string[] {
  const byRole = Map.groupBy(demoPeople(), ({ roles }) => roles.join());
  const name = (role: string) => Object.entries(ROLE_WORDS).find(([one]) => one === role)?.[1] ?? role;
  const width = Math.max(...[...byRole.keys()].map((role) => name(role).length));
  return [...byRole].map(([role, people]) => {
    const words = name(role);
    return `  ${words}${'　'.repeat(width - words.length)}  ${people.map(({ account }) => account).join('、')}`;
  });
}

function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
