import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';

/** `mimamori journal export`: sealed facts as NDJSON. An export of (pseudonymous) personal data: recorded as one. */
export const journalCommand: CliCommand = {
  name: 'journal',
  says: '起きたことの記録をNDJSONで書き出します(書き出しは記録に残ります)',
  usage: 'journal export [--statistics] [--out FILE]',
  examples: [
    'mimamori journal export > journal.ndjson',
    'mimamori journal export --statistics --out numbers.ndjson',
  ],
  options: { statistics: { type: 'boolean' }, out: { type: 'string' } },
  run: async (words, doors, out) => {
    if (words.positionals[0] !== 'export') {
      out.problem(`使い方: mimamori ${journalCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    const path = words.text('out');
    let file: WriteStream | undefined;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('journal.export'));
      if (!by) {
        out.problem('だれが書き出すかを --as ID で指定してください。');
        return 2;
      }
      const written = await place.exportJournal(
        by,
        { statistics: words.flag('statistics') },
        async (line) => {
          if (path === undefined) return out.line(line);
          // Not before it is allowed: a refused export leaves the file of an earlier one as it was.
          file ??= createWriteStream(path, { mode: 0o600 });
          if (!file.write(`${line}\n`)) await once(file, 'drain');
        },
      );
      if (!written.ok) return sayRefusal(written.error, words.common.json, out);
      out.problem(
        `${written.value.facts}件を書き出しました(まだ封印されていない記録: ${written.value.unsealed}件)。`,
      );
      return 0;
    } finally {
      if (file) {
        file.end();
        await finished(file);
      }
      await place.close();
    }
  },
};
