import { tick, type Tick } from '../gate/clockwork.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';
import type { Output } from './output.ts';

/** `mimamori tick`: lets the clock do once what is due by itself; for cron on a host where `serve` does not run. */
export const tickCommand: CliCommand = {
  name: 'tick',
  says: '期日が来た自動の仕事(中止の終わり、期限切れ、名簿の鍵の破棄など)を1回行います',
  usage: 'tick',
  examples: ['mimamori tick', 'mimamori tick --json --data ./data'],
  options: {},
  run: async (words, doors, out) => {
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const ticked = await tick(place.parts);
      if (words.common.json) out.json(ticked);
      else say(ticked, out);
      // Whoever runs this from cron learns that a person has to look.
      return ticked.refused.length === 0 ? 0 : 1;
    } finally {
      await place.close();
    }
  },
};

/** What the clock gives by itself, as it is told. */
const WORDS: Readonly<Record<string, string>> = {
  'case.end-pause': '一時中止の終わり',
  'benefit.expire': '受け取りの期限切れ',
  'message.send': 'お知らせの手配',
  'list.destroy-keys': '名簿の鍵の破棄',
  'batch.destroy-file': '印刷ファイルの鍵の破棄',
};

function say({ done, refused, freedSeats, forgotten }: Tick, out: Output): void {
  const lines = [
    ...Object.entries(done).map(([row, count]) => `${WORDS[row] ?? row}: ${count}件`),
    ...(freedSeats > 0 ? [`仮押さえの期限切れで空いた席: ${freedSeats}席`] : []),
    ...(forgotten > 0 ? [`保存の期間が過ぎた受付キー: ${forgotten}件`] : []),
  ];
  for (const line of lines) out.line(line);
  if (lines.length === 0) out.line('いま行うものはありません。');
  for (const { duty, refusal } of refused) {
    out.problem(`行えなかったもの: ${duty}\n  ${gateSentence(refusal)}`);
  }
}
