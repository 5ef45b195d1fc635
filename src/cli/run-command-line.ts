import { askCommand } from './ask.ts';
import { backupCommand } from './backup.ts';
import { calendarCommand } from './calendar.ts';
import { readWords, type CliCommand, type ExitCode } from './command-line.ts';
import { cardsCommand } from './cards.ts';
import { courierCommand } from './courier.ts';
import { commandsCommand } from './commands.ts';
import { doCommand } from './do.ts';
import { deliveryCommand } from './delivery.ts';
import type { Doors } from './doors.ts';
import { effectCommand } from './effect.ts';
import { eraseCommand } from './erase.ts';
import { initCommand } from './init.ts';
import { intakeCommand } from './intake.ts';
import { invoiceCommand } from './invoice.ts';
import { journalCommand } from './journal.ts';
import { lettersCommand } from './letters.ts';
import type { Output } from './output.ts';
import { papersCommand } from './papers.ts';
import { rebuildCommand } from './rebuild.ts';
import { reportCommand } from './report.ts';
import { resetPasswordCommand } from './reset-password.ts';
import { restoreCommand } from './restore.ts';
import { serveCommand } from './serve.ts';
import { simulateCommand } from './simulate.ts';
import { textCommand } from './text.ts';
import { tickCommand } from './tick.ts';
import { trackingCommand } from './tracking.ts';
import { verifyCommand } from './verify.ts';
import { wordsCommand } from './words.ts';

/** Every command of `mimamori`, in the order of the help. */
const cliCommands: readonly CliCommand[] = [
  initCommand,
  serveCommand,
  intakeCommand,
  doCommand,
  askCommand,
  commandsCommand,
  calendarCommand,
  textCommand,
  cardsCommand,
  effectCommand,
  lettersCommand,
  invoiceCommand,
  papersCommand,
  wordsCommand,
  trackingCommand,
  deliveryCommand,
  reportCommand,
  journalCommand,
  verifyCommand,
  rebuildCommand,
  backupCommand,
  restoreCommand,
  eraseCommand,
  resetPasswordCommand,
  tickCommand,
  courierCommand,
  simulateCommand,
];

/** Runs one command line: the words after `mimamori`. */
export async function runCommandLine(args: readonly string[], doors: Doors, out: Output): Promise<ExitCode> {
  const { name, rest } = commandIn(args);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name !== undefined) out.line(overview());
    else out.problem(overview());
    return name === undefined ? 2 : 0;
  }
  const command = cliCommands.find((one) => one.name === name);
  if (!command) {
    out.problem(`「${name}」というコマンドはありません。\n\n${overview()}`);
    return 2;
  }
  const read = readWords(command, rest);
  if ('wrong' in read) {
    out.problem(`${read.wrong}\n\n${help(command)}`);
    return 2;
  }
  if (read.help) {
    out.line(help(command));
    return 0;
  }
  return command.run(read.words, doors, out);
}

/** The command's name; what every command takes may also stand before it. */
function commandIn(args: readonly string[]): {
  readonly name: string | undefined;
  readonly rest: readonly string[];
} {
  let at = 0;
  while (at < args.length && BEFORE_NAME.test(args[at] ?? '')) at += WITH_VALUE.test(args[at] ?? '') ? 2 : 1;
  return { name: args[at], rest: [...args.slice(0, at), ...args.slice(at + 1)] };
}

const WITH_VALUE = /^--(data|programme|as|second)$/;
const BEFORE_NAME = /^--((data|programme|as|second)(=.*)?|json)$/s;

function overview(): string {
  const lines = cliCommands.map((command) => `  ${command.name.padEnd(16)}${command.says}`);
  return [
    '見守り: 自治体が委託した訪問支援事業を、名簿から報告・請求まで動かします。',
    '',
    '使い方: mimamori COMMAND [--data DIR] [--programme ID] [--as ID] [--second ID] [--json]',
    '',
    ...lines,
    '',
    '各コマンドの説明: mimamori COMMAND --help',
    '終了コード: 0 成功 · 1 できない(理由は標準エラー) · 2 使い方の誤り',
  ].join('\n');
}

function help(command: CliCommand): string {
  return [
    command.says,
    '',
    `使い方: mimamori ${command.usage}`,
    '',
    '共通: --data DIR(既定 ./data)  --programme ID  --as ID  --second ID  --json',
    '',
    '例:',
    ...command.examples.map((example) => `  ${example}`),
  ].join('\n');
}
