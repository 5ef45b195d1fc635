import type { TakenIn } from '../exchange/intake/intake.ts';
import { rowProblemSentence } from '../programmes/words/intake-problems.ts';
import { listQuestionSentence } from '../programmes/words/list-questions.ts';
import type { RowProblemCode } from '../domain/intake/problems.ts';
import type { Output } from './output.ts';

const MOST_SHOWN = 30;

/** What became of a list, in sentences a clerk can act on: lines, columns and reasons, never what stood in a cell. */
export function sayIntake(taken: TakenIn, out: Output): void {
  const { list, rows, accepted, refused, questions, same, changed, missing } = taken;
  if (taken.again) out.line(`このファイルは取り込み済みです(一覧 ${list})。`);
  else out.line(`一覧 ${list} を読み取りました。`);
  const lines = new Set(refused.map(({ line }) => line)).size;
  out.line(`行数 ${rows}件: 受け入れ ${accepted}件、受け入れできない行 ${lines}件`);
  out.line(`前回と同じ ${same}件、変更 ${changed}件、前回いて今回いない方 ${missing}件`);
  if (refused.length > 0) {
    out.line('');
    out.line('受け入れできない行(区への照会票に載ります):');
    for (const { line, column, reason } of refused.slice(0, MOST_SHOWN)) {
      const problem = { line, code: reason as RowProblemCode, ...(column === undefined ? {} : { column }) };
      out.line(`  ${rowProblemSentence(problem)}`);
    }
    more(refused.length, out);
  }
  if (questions.length > 0) {
    out.line('');
    out.line('答えの要る質問:');
    for (const { line, column, kind } of questions.slice(0, MOST_SHOWN)) {
      out.line(`  ${line}行目${column === undefined ? '' : `「${column}」`}: ${listQuestionSentence(kind)}`);
    }
    more(questions.length, out);
    const [{ line, kind }] = questions as readonly [(typeof questions)[number]];
    const input = { list, line, code: kind, answer: '…', by: '…', ref: '…' };
    out.line(`  答え方: mimamori do list.answer-question --json '${JSON.stringify(input)}'`);
  }
  if (taken.monthsReached.length > 0) {
    out.line('');
    out.line('妊娠8か月に入る月ごとの人数:');
    for (const { month, women } of taken.monthsReached) out.line(`  ${month}  ${women}人`);
  }
  out.line('');
  out.line(
    taken.committed
      ? '台帳に確定しました。'
      : '台帳はまだ変わっていません。確かめたら --commit を付けて、同じコマンドをもう一度実行してください。',
  );
}

function more(all: number, out: Output): void {
  if (all > MOST_SHOWN) out.line(`  ほか${all - MOST_SHOWN}件(--json ですべて見られます)`);
}
