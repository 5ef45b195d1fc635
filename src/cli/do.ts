import { jobKinds } from '../gate/inside/job-kinds.ts';
import { runJob } from '../gate/job.ts';
import type { CliCommand } from './command-line.ts';
import { chooseActor } from './choose-actor.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';
import { readJson } from './read-json.ts';

/** `mimamori do COMMAND`: any row of the gate's table of commands. */
export const doCommand: CliCommand = {
  name: 'do',
  says: '操作を1つ行います(一覧は mimamori commands)',
  usage: "do COMMAND --json '{…}' [--key KEY]",
  examples: [
    `mimamori do case.pause --json '{"case":"case_…","reason":"hospital","until":"2026-09-30","by":"herself","channel":"phone"}' --as account_…`,
    `mimamori do case.report-loss --json '{"case":"case_…"}' --as account_…`,
  ],
  options: { json: { type: 'string' }, key: { type: 'string' } },
  run: async (words, doors, out) => {
    const [row] = words.positionals;
    const input = readJson(words.text('json') ?? '{}');
    if (row === undefined || !input.ok) {
      out.problem(
        row === undefined ? `使い方: mimamori ${doCommand.usage}` : '--json の値をJSONとして読めません。',
      );
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get(row));
      if (!by) {
        out.problem('だれが行うかを --as ID で指定してください。');
        return 2;
      }
      const key = words.text('key');
      const done = await place.execute(
        [{ row, input: input.value }],
        key === undefined ? by : { ...by, key },
      );
      if (!done.ok) return sayRefusal(done.error, words.common.json, out);
      // Work over more cases than one transaction takes goes on here; left alone, the next opening of the place would.
      for (const fact of done.value.facts) {
        if (!('job' in fact)) continue;
        const finished = await runJob(place.parts, jobKinds, fact.job, (at, total) =>
          out.progress(row, at, total),
        );
        out.progressEnd();
        if (!finished.ok) return sayRefusal(finished.error, words.common.json, out);
      }
      if (words.common.json) out.json(done.value);
      else {
        if (done.value.replayed) out.line('この操作はすでに行われています。');
        for (const fact of done.value.facts) out.line(`${fact.type}  ${fact.id}`);
      }
      return 0;
    } finally {
      await place.close();
    }
  },
};
