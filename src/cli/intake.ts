import { readFile } from 'node:fs/promises';
import { parseYearMonth, type YearMonth } from '../domain/basics/year-month.ts';
import { intake, type IntakeWish, type NotTakenIn, type TakenIn } from '../exchange/intake/intake.ts';
import { fileRefusalSentence } from '../programmes/words/intake-problems.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand, ExitCode, Words } from './command-line.ts';
import { sayIntake } from './intake-summary.ts';
import { openOrSay } from './open-or-say.ts';
import type { Output } from './output.ts';
import { readJson } from './read-json.ts';

/** `mimamori intake FILE`: stages a list of the ward; with --commit lets it into the ledger after review. */
export const intakeCommand: CliCommand = {
  name: 'intake',
  says: '区の一覧を取り込みます(確認まで。--commit で台帳に確定します)',
  usage:
    'intake FILE --list targets|follow-up|changes|attendance --month YYYY-MM[,YYYY-MM] --password-file F --handover JSON [--addition] [--commit]',
  examples: [
    `mimamori intake list.zip --list targets --month 2026-05 --password-file pw.txt --handover '{"method":"in-person","medium":"CD-R","from":"健康推進課","to":"事務局","at":"2026-04-20T10:00","rows":120}'`,
    `mimamori intake list.zip --list targets --month 2026-05 --password-file pw.txt --handover '{…}' --commit`,
  ],
  options: {
    list: { type: 'string' },
    month: { type: 'string' },
    'password-file': { type: 'string' },
    handover: { type: 'string' },
    addition: { type: 'boolean' },
    commit: { type: 'boolean' },
  },
  run: async (words, doors, out) => {
    const wish = await readWish(words, out);
    if (!wish) return 2;
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('list.receive'));
      if (!by) {
        out.problem('だれが取り込むかを --as ID で指定してください。');
        return 2;
      }
      const taken = await intake(place, wish.bytes, wish, by, (step, done, total) =>
        out.progress(STEPS[step], done, total),
      );
      out.progressEnd();
      if (!taken.ok) return sayNo(taken.error, words.common.json, out);
      return say(taken.value);
    } finally {
      await place.close();
    }

    function say(taken: TakenIn): ExitCode {
      const { again: _again, monthsReached: _months, notCommitted, ...answer } = taken;
      if (words.common.json) out.json(answer);
      else sayIntake(taken, out);
      if (!notCommitted) return 0;
      out.problem(gateSentence(notCommitted));
      return 1;
    }
  },
};

const STEPS = { match: '台帳と照合', stage: '保管', commit: '台帳へ確定' } as const;
const KINDS = ['targets', 'follow-up', 'changes', 'attendance'] as const;

async function readWish(
  words: Words,
  out: Output,
): Promise<(IntakeWish & { readonly bytes: Uint8Array }) | undefined> {
  const wrong = (sentence: string) => {
    out.problem(`${sentence}\n使い方: mimamori ${intakeCommand.usage}`);
    return undefined;
  };
  const [file] = words.positionals;
  const kind = KINDS.find((one) => one === words.text('list'));
  const months = (words.text('month') ?? '').split(',').map((month) => parseYearMonth(month.trim()));
  const passwordFile = words.text('password-file');
  if (file === undefined) return wrong('取り込むファイルを指定してください。');
  if (!kind) return wrong('--list は targets、follow-up、changes、attendance のどれかです。');
  const read = months.flatMap((month): readonly YearMonth[] => (month.ok ? [month.value] : []));
  if (read.length < months.length) return wrong('--month は 2026-05 の形で指定してください。');
  if (passwordFile === undefined) return wrong('パスワードのファイルを --password-file で指定してください。');
  const handOver = readJson(words.text('handover') ?? 'null');
  if (!handOver.ok) return wrong('--handover の値をJSONとして読めません。');
  const bytes = await readOrSay(file, out);
  const password = await readOrSay(passwordFile, out);
  if (!bytes || !password) return undefined;
  return {
    bytes,
    kind,
    months: read,
    password: new TextDecoder().decode(password).replace(/\r?\n$/, ''),
    handOver: handOver.value,
    commit: words.flag('commit'),
    addition: words.flag('addition'),
  };
}

async function readOrSay(path: string, out: Output): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    out.problem(`ファイルを開けません: ${path}`);
    return undefined;
  }
}

function sayNo(no: NotTakenIn, json: boolean, out: Output): 1 {
  out.problem(sentenceOf(no));
  if (json) out.json(shown(no));
  return 1;
}

/** As it is printed: a row that was refused by line, column and reason, never by the ward's number. */
function shown(no: NotTakenIn): object {
  if (no.type === 'refused') return no.refusal;
  if (no.type !== 'file-refused' || no.refusal.type !== 'too-many-refused') {
    return { refused: no.type, ...no };
  }
  const lines = no.refusal.refused.flatMap(({ problems }) =>
    problems.map(({ line, column, code }) => ({
      line,
      ...(column === undefined ? {} : { column }),
      reason: code,
    })),
  );
  return { refused: no.type, type: no.type, refusal: { ...no.refusal, refused: lines } };
}

function sentenceOf(no: NotTakenIn): string {
  switch (no.type) {
    case 'file-refused':
      return fileRefusalSentence(no.refusal);
    case 'hand-over-incomplete':
      return `授受の記録がないか、足りません(${no.missing.join('、') || '--handover'})。方法・媒体・渡した人・受けた人・日時を入れてください。授受の記録のない一覧は取り込めません。`;
    case 'another-list-waits':
      return `同じ種類の一覧(${no.list})がまだ確定も返却もされていません。先にそちらを済ませてください。`;
    case 'too-few-fit':
      return `${no.rows}行のうち台帳と合う方が少なすぎます。月や一覧の種類の違うファイルではないか、区に確認してください。何も取り込んでいません。前の一覧への追加分なら --addition を付けてください。`;
    case 'refused':
      return gateSentence(no.refusal);
  }
}
