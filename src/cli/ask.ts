import type { CliCommand } from './command-line.ts';
import { chooseActor } from './choose-actor.ts';
import { openOrSay } from './open-or-say.ts';
import { readJson } from './read-json.ts';
import { sayRefusal } from './refusal-line.ts';

/** `mimamori ask QUESTION`: any row of the gate's table of questions. The answer is always JSON. */
export const askCommand: CliCommand = {
  name: 'ask',
  says: '質問を1つします(一覧は mimamori commands)。見たことは記録に残ります',
  usage: "ask QUESTION --json '{…}'",
  examples: [`mimamori ask case.show --json '{"case":"case_…"}' --as account_…`],
  options: { json: { type: 'string' } },
  run: async (words, doors, out) => {
    const [row] = words.positionals;
    const input = readJson(words.text('json') ?? '{}');
    if (row === undefined || !input.ok) {
      out.problem(
        row === undefined ? `使い方: mimamori ${askCommand.usage}` : '--json の値をJSONとして読めません。',
      );
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.questions.get(row));
      if (!by) {
        out.problem('だれが見るかを --as ID で指定してください。');
        return 2;
      }
      const answer = await place.ask(row, input.value, by);
      if (!answer.ok) return sayRefusal(answer.error, words.common.json, out);
      out.json(answer.value);
      return 0;
    } finally {
      await place.close();
    }
  },
};
