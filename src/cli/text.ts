import { answerText, type TextSubject } from '../domain/text/answers.ts';
import { townTable } from '../domain/text/town-table.ts';
import { TOWNS_13101 } from '../domain/text/towns-13101.ts';
import { japanTowns } from '../exchange/postal/japan-towns.ts';
import type { CliCommand } from './command-line.ts';

/** Only addresses need a table of towns; the whole of Japan takes a moment to lay out. */
const NO_TOWNS = townTable([], TOWNS_13101.code);

const SUBJECTS: readonly string[] = ['kana', 'name', 'address', 'barcode', 'tracking'];

/** `mimamori text …`: one JSON input a line on stdin, one JSON result a line on stdout; a bad line stops nothing. */
export const textCommand: CliCommand = {
  name: 'text',
  says: 'かな・氏名・住所・カスタマバーコード・追跡番号を1行ずつ調べます(標準入力にJSONを1行ずつ)',
  usage: 'text kana|name|address|barcode|tracking',
  examples: [
    `echo '{"kana":"ﾔﾏｻﾞｷ ﾊﾅｺ"}' | mimamori text kana`,
    `echo '{"address":"千代田区九段北1-2-14"}' | mimamori text address`,
    `echo '{"number":"131-12-38385-2"}' | mimamori text tracking`,
  ],
  options: {},
  run: async (words, _doors, out) => {
    const [subject] = words.positionals;
    if (subject === undefined || !SUBJECTS.includes(subject)) {
      out.problem(`使い方: mimamori ${textCommand.usage}`);
      return 2;
    }
    for await (const line of out.stdin) {
      if (line.trim() === '') continue;
      out.line(JSON.stringify(answerLine(subject as TextSubject, line)));
    }
    return 0;
  },
};

function answerLine(subject: TextSubject, line: string): object {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return { error: 'not-json' };
  }
  return answerText(subject, parsed, subject === 'address' ? japanTowns() : NO_TOWNS);
}
