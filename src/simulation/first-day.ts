import { access, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { ExitCode } from '../cli/command-line.ts';
import type { Output } from '../cli/output.ts';
import { date } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import { questionForm, type ListQuestionCode } from '../domain/intake/questions.ts';
import { seededChance } from './chance.ts';
import { womenReaching } from './town.ts';
import { targetsFile } from './ward-list.ts';

type Run = (words: readonly string[], on?: Output) => Promise<ExitCode>;

const MONTH = '2026-06' as YearMonth;
const WOMEN = 60;
/** Test data only: with real lists the password never lies beside the file. */
const PASSWORD = 'mihon-no-password-2026';

/**
 * `npm start`: makes a try-out place, writes a list as the ward would send it (CP932 in an AES-256 ZIP, with the faults
 * that really happen), takes it in, has the ward's answer entered, commits, and says where everything lies. Started
 * again it changes nothing.
 */
export async function firstDay(dataDir: string, programme: string, run: Run, out: Output): Promise<ExitCode> {
  const common = ['--data', dataDir, '--programme', programme];
  const place = resolve(dataDir, programme);
  out.line('見守り(お試し): 架空の町の名簿で、事業の最初の一日をたどります。\n');
  if (!(await exists(join(place, 'place.json')))) {
    const made = await run(['init', '--demo', ...common], quiet(out));
    if (made !== 0) return made;
    out.line(`1. 置き場所を作りました: ${place}`);
  } else out.line(`1. 置き場所はすでにあります: ${place}`);

  const files = await writeList(join(dataDir, 'try-out-lists'));
  out.line(`2. 区から届く形の名簿を作りました: ${files.list}\n`);
  const intake = [
    'intake',
    files.list,
    '--list',
    'targets',
    '--month',
    MONTH,
    '--password-file',
    files.password,
    '--handover',
    JSON.stringify({
      method: 'in-person',
      medium: 'CD-R',
      from: '区 健康づくり課',
      to: '見守り訪問事務局',
      at: '2026-05-08T09:30',
      rows: WOMEN,
    }),
    ...common,
  ];
  out.line('3. 名簿を確認します(この時点では台帳は変わりません)。\n');
  const checked = await run(intake);
  if (checked !== 0) return checked;
  const seen = captured();
  await run([...intake, '--json'], seen.output);
  const answer: { list: string; questions: { line: number; kind: ListQuestionCode }[]; committed: boolean } =
    JSON.parse(seen.text());
  if (!answer.committed) {
    for (const { line, kind } of answer.questions) {
      const input = {
        list: answer.list,
        line,
        code: kind,
        answer: questionForm(kind).answers.includes('as-written') ? 'as-written' : 'answered',
        by: 'ward-health',
        ref: 'tel-0508-1',
      };
      const said = await run(
        ['do', 'list.answer-question', '--json', JSON.stringify(input), ...common],
        quiet(out),
      );
      if (said !== 0) return said;
    }
    out.line(`\n4. 区の回答を入力しました(${answer.questions.length}件)。確定します。\n`);
  }
  const committed = await run([...intake, '--commit']);
  if (committed !== 0) return committed;
  out.line('\n5. いま行うこと(本日):');
  const duties = captured();
  await run(
    ['ask', 'duty.list', '--json', JSON.stringify({ owner: 'mailing-clerk' }), ...common],
    duties.output,
  );
  const waiting: { kind: string; due: string }[] = JSON.parse(duties.text());
  const letters = waiting.filter(({ kind }) => kind === 'send-letter');
  out.line(`   通知を発送する: ${letters.length}人(期限 ${letters[0]?.due ?? '-'})`);
  const proof = captured();
  const sound = await run(['verify', ...common], proof.output);
  out.line(`6. 記録の点検: ${sound === 0 ? '異常はありません' : '異常があります(mimamori verify)'}`);
  out.line(ENDING(dataDir, place));
  return sound;
}

const ENDING = (dataDir: string, place: string) => `
データの場所
  内側(保管庫と記録)   ${resolve(dataDir, 'postgres')}
  外側(署名つき控え)   ${join(place, 'outside')}
  鍵                     ${join(place, 'keys')} と ${resolve(dataDir, 'second-place')}
  架空の名簿             ${resolve(dataDir, 'try-out-lists')}

続けて試すには
  npm run -s mimamori -- --help
  npm run -s mimamori -- commands
  npm run -s mimamori -- ask case.list --json '{}'
  npm run -s mimamori -- backup ./try-out-backup

見本です。実在の方の情報を入れないでください。`;

async function writeList(folder: string): Promise<{ readonly list: string; readonly password: string }> {
  const list = join(folder, 'taisho-2026-06.zip');
  const password = join(folder, 'taisho-2026-06.password.txt');
  if (await exists(list)) return { list, password };
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const women = womenReaching(MONTH, WOMEN, 1, seededChance(8));
  const file = await targetsFile(women, date('2026-05-08'), PASSWORD, (cells, index) => ({
    ...cells,
    ...FAULTS[index],
  }));
  if (!file.ok) throw new Error('The invented list holds a character that CP932 has not');
  await writeFile(list, file.value, { mode: 0o600 });
  await writeFile(password, `${PASSWORD}\n`, { mode: 0o600 });
  return { list, password };
}

/** What goes wrong in real lists, by the row it happens in. */
const FAULTS: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  6: { 支援措置: '' },
  17: { 出産予定日: 'R8.12.1' },
  23: { 氏名カナ: '見本　ハナコ' },
  31: { 生年月日: '昭和35年4月1日' },
  44: { 郵便番号: '10200' },
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Says only what went wrong. */
function quiet(out: Output): Output {
  return { ...out, line: () => undefined, json: () => undefined };
}

function captured(): { readonly output: Output; readonly text: () => string } {
  const parts: string[] = [];
  const output: Output = {
    line: (text) => parts.push(text),
    json: (value) => parts.push(JSON.stringify(value)),
    problem: () => undefined,
    progress: () => undefined,
    progressEnd: () => undefined,
    stdin: (async function* () {})(),
  };
  return { output, text: () => parts.join('\n') };
}
