import type { EffectTable } from '../domain/effect/effect-table.ts';
import { effectLines } from '../programmes/words/effect.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';

/** `mimamori effect`: the effect table as text; with --json as `ask effect.table` gives it. */
export const effectCommand: CliCommand = {
  name: 'effect',
  says: '勧奨の効果を組ごとの表で示します(対照の組との差、少ない人数は伏せます)',
  usage: 'effect [--list LIST]',
  examples: ['mimamori effect --as account_…', 'mimamori effect --json'],
  options: { list: { type: 'string' } },
  run: async (words, doors, out) => {
    const list = words.text('list');
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.questions.get('effect.table'));
      if (!by) {
        out.problem('だれが見るかを --as ID で指定してください。');
        return 2;
      }
      const answer = await place.ask('effect.table', list === undefined ? {} : { list }, by);
      if (!answer.ok) return sayRefusal(answer.error, words.common.json, out);
      if (words.common.json) out.json(answer.value);
      else for (const line of effectLines(answer.value as EffectTable)) out.line(line);
      return 0;
    } finally {
      await place.close();
    }
  },
};
