import { resolve } from 'node:path';
import { parseCivilDate } from '../domain/basics/civil-date.ts';
import type { CliCommand } from './command-line.ts';

const PEOPLE = 730;
const SEED = 8;
/** Fewer people cannot live everything that the rules provide for. */
const FEWEST = 60;
const MOST = 5000;
const MOST_WORKERS = 64;

/** `mimamori simulate`: lives a fiscal year of a synthetic town through the real gate, with a clock of its own. */
export const simulateCommand: CliCommand = {
  name: 'simulate',
  says: '架空の町で事業の1年をたどります(名簿・通知・訪問・報告・請求。時計も人も見本です)',
  usage:
    'simulate --programme ID --out DIR [--year 2026] [--people 730] [--seed 8] [--until YYYY-MM-DD] [--workers N] [--json]',
  examples: ['mimamori simulate --programme chiyoda-visit --year 2026 --people 60 --seed 1 --out ./year'],
  options: {
    year: { type: 'string' },
    people: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    until: { type: 'string' },
    workers: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const wrong = (sentence: string) => {
      out.problem(`${sentence}\n使い方: mimamori ${simulateCommand.usage}`);
      return 2 as const;
    };
    const { programme: id, json } = words.common;
    const programme = doors.programmes.find((one) => one.id === id);
    const dir = words.text('out');
    const people = whole(words.text('people'), PEOPLE);
    const seed = whole(words.text('seed'), SEED);
    const year = whole(words.text('year'), programme?.rules.contract.year ?? 0);
    const until = words.text('until');
    const workers = whole(words.text('workers'), 0);
    const last = until === undefined ? undefined : parseCivilDate(until);
    if (!programme) {
      return wrong(`--programme ID が要ります: ${doors.programmes.map((one) => one.id).join('、')}`);
    }
    if (dir === undefined) return wrong('書き出すフォルダーを --out DIR で指定してください。');
    if (people === undefined || people < FEWEST || people > MOST) {
      return wrong(`--people は ${FEWEST} から ${MOST} までの数です。`);
    }
    if (seed === undefined) return wrong('--seed は 0 以上の整数です。');
    if (year !== programme.rules.contract.year) {
      return wrong(`この事業の年度は ${programme.rules.contract.year} です。`);
    }
    if (workers === undefined || workers > MOST_WORKERS) {
      return wrong(`--workers は 1 から ${MOST_WORKERS} までの数です。`);
    }
    if (last && !last.ok) return wrong('--until は 2026-10-31 の形で指定してください。');
    if (!doors.simulate) {
      out.problem('シミュレーションの中から、別のシミュレーションは始められません。');
      return 1;
    }
    return doors.simulate({
      programme: programme.id,
      year,
      people,
      seed,
      out: resolve(dir),
      json,
      ...(workers > 0 ? { workers } : {}),
      ...(last?.ok ? { until: last.value } : {}),
    });
  },
};

function whole(text: string | undefined, usual: number): number | undefined {
  if (text === undefined) return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
