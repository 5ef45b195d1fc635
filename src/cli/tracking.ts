import type { BatchId } from '../domain/basics/ids.ts';
import { trackingFile } from '../exchange/mailing/tracking-file.ts';
import { fileRefusalSentence } from '../programmes/words/intake-problems.ts';
import { trackingProblemWords } from '../programmes/words/mail-entry.ts';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand, Words } from './command-line.ts';
import { readEntryFile, sayEntries } from './entry-file.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';

const SERVICES = ['specified-record', 'simplified-registered', 'registered', 'letterpack-plus'] as const;
const FORMS = ['letter', 'postcard', 'large-letter'] as const;

/** `mimamori tracking FILE`: the scanned numbers of a batch; with --commit its envelopes are given to the post. */
export const trackingCommand: CliCommand = {
  name: 'tracking',
  says: '追跡番号のファイルを読みます(確認まで。--commit で差出しを記録します)',
  usage:
    'tracking FILE --batch ID [--service specified-record|simplified-registered|registered|letterpack-plus] [--grams N] [--form letter|large-letter] [--commit]',
  examples: [
    'mimamori tracking numbers.csv --batch batch_… --as account_…',
    'mimamori tracking numbers.csv --batch batch_… --commit --as account_…',
  ],
  options: {
    batch: { type: 'string' },
    service: { type: 'string' },
    grams: { type: 'string' },
    form: { type: 'string' },
    commit: { type: 'boolean' },
  },
  run: async (words, doors, out) => {
    const [file] = words.positionals;
    const wish = wishIn(words);
    if (file === undefined || !wish) {
      out.problem(`使い方: mimamori ${trackingCommand.usage}`);
      return 2;
    }
    const bytes = await readEntryFile(file, out);
    if (!bytes) return 2;
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('piece.post'));
      if (!by) {
        out.problem('だれが差し出すかを --as ID で指定してください。');
        return 2;
      }
      const read = await trackingFile(place, bytes, wish, by);
      if (!read.ok) {
        if (read.error.type === 'refused') return sayRefusal(read.error.refusal, words.common.json, out);
        out.problem(fileRefusalSentence(read.error.refusal));
        if (words.common.json) out.json(read.error);
        return 1;
      }
      const { lines, labels, envelopes, missing, ready, committed } = read.value;
      if (words.common.json) out.json(read.value);
      else {
        sayEntries(lines, trackingProblemWords, out);
        out.line(`番号 ${labels}件、封筒 ${envelopes}通`);
      }
      if (missing.length > 0) {
        out.problem(
          `番号のない封筒が${missing.length}通あります。見つかるまで差し出せません: ${missing.join('、')}`,
        );
      }
      return ready && (committed || !wish.commit) ? 0 : 1;
    } finally {
      await place.close();
    }
  },
};

function wishIn(words: Words) {
  const batch = words.text('batch');
  const [service, form, grams] = [words.text('service'), words.text('form'), words.text('grams')];
  const found = {
    service: SERVICES.find((one) => one === service),
    form: FORMS.find((one) => one === form),
    grams: grams !== undefined && /^[1-9]\d{0,3}$/.test(grams) ? Number(grams) : undefined,
  };
  const wrong =
    !batch?.startsWith('batch_') ||
    (service !== undefined && !found.service) ||
    (form !== undefined && !found.form) ||
    (grams !== undefined && found.grams === undefined);
  return wrong ? undefined : { ...found, batch: batch as BatchId, commit: words.flag('commit') };
}
