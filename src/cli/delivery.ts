import { deliveryFile } from '../exchange/mailing/delivery-file.ts';
import { fileRefusalSentence } from '../programmes/words/intake-problems.ts';
import { deliveryProblemWords } from '../programmes/words/mail-entry.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { readEntryFile, sayEntries } from './entry-file.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';

/** `mimamori delivery FILE`: what the post says about our numbers, or the scanned envelopes that came back. */
export const deliveryCommand: CliCommand = {
  name: 'delivery',
  says: '配達の結果、または戻った封筒のファイルを読みます(確認まで。--commit で記録します)',
  usage: 'delivery FILE [--commit]',
  examples: [
    'mimamori delivery tracking-results.csv --as account_…',
    'mimamori delivery returned.csv --commit --as account_…',
  ],
  options: { commit: { type: 'boolean' } },
  run: async (words, doors, out) => {
    const [file] = words.positionals;
    if (file === undefined) {
      out.problem(`使い方: mimamori ${deliveryCommand.usage}`);
      return 2;
    }
    const bytes = await readEntryFile(file, out);
    if (!bytes) return 2;
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('piece.return'));
      if (!by) {
        out.problem('だれが記録するかを --as ID で指定してください。');
        return 2;
      }
      const read = await deliveryFile(place, bytes, words.flag('commit'), by);
      if (!read.ok) {
        if (read.error.type === 'refused') return sayRefusal(read.error.refusal, words.common.json, out);
        out.problem(fileRefusalSentence(read.error.refusal));
        if (words.common.json) out.json(read.error);
        return 1;
      }
      if (words.common.json) out.json(read.value);
      else sayEntries(read.value.lines, deliveryProblemWords, out);
      return read.value.lines.some(({ what }) => what === 'wrong' || what === 'refused') ? 1 : 0;
    } finally {
      await place.close();
    }
  },
};
