import { planCards, type CardWord } from '../exchange/cards/plan-cards.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand, Words } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

const REASONS = ['ward-closed', 'ward-not-reached', 'system-failure', 'agreed-with-ward'] as const;

/** `mimamori cards`: plans, fixes and numbers the cards of everybody who is to get one; `letters` hands the pages out. */
export const cardsCommand: CliCommand = {
  name: 'cards',
  says: '勧奨はがきを出す方を決めて束にします(組ごとの文面。印刷は letters)',
  usage: `cards (--against LIST | --reason ${REASONS.join('|')})`,
  examples: [
    'mimamori cards --against list_… --as account_…',
    'mimamori letters --batch batch_… --out ./cards',
  ],
  options: { against: { type: 'string' }, reason: { type: 'string' } },
  run: async (words, doors, out) => {
    const word = wordOf(words);
    if (!word) {
      out.problem(`使い方: mimamori ${cardsCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const row = 'reason' in word ? 'batch.begin-without-word' : 'batch.begin';
      const by = chooseActor(place, words.common, place.parts.commands.get(row));
      if (!by) {
        out.problem('だれが決めるかを --as ID で指定してください。');
        return 2;
      }
      const planned = await planCards(place, word, by, (step, done, total) =>
        out.progress(step === 'plan' ? '送付の判定' : '印刷の準備', done, total),
      );
      out.progressEnd();
      if (!planned.ok) {
        out.problem(gateSentence(planned.error));
        return 1;
      }
      if (words.common.json) out.json(planned.value);
      else {
        for (const { batch, pieces, dropped, printed } of planned.value) {
          out.line(`${batch}  対象 ${pieces}通  見送り ${dropped}人  印刷待ち ${printed}通`);
        }
        if (planned.value.length === 0) out.line('送るはがきはありません。');
      }
      return 0;
    } finally {
      await place.close();
    }
  },
};

function wordOf(words: Words): CardWord | undefined {
  const [against, reason] = [words.text('against'), words.text('reason')];
  if (against !== undefined && reason === undefined) return { against: against as `list_${string}` };
  const known = REASONS.find((one) => one === reason);
  return against === undefined && known ? { reason: known } : undefined;
}
