import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

/** `mimamori backup DIR`: one more generation of seven, sealed, with the key mirror beside it. */
export const backupCommand: CliCommand = {
  name: 'backup',
  says: '控えを1世代とります(7世代まで残します)',
  usage: 'backup DIR [--second-dir DIR]',
  examples: ['mimamori backup /mnt/backup', 'mimamori backup /mnt/backup --second-dir /mnt/offsite'],
  options: { 'second-dir': { type: 'string' } },
  run: async (words, doors, out) => {
    const [dir] = words.positionals;
    if (dir === undefined) {
      out.problem(`使い方: mimamori ${backupCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('backup.record'));
      if (!by) {
        out.problem('だれが行うかを --as ID で指定してください。');
        return 2;
      }
      const made = await place.backup(
        by,
        [dir, words.text('second-dir')].flatMap((one) => one ?? []),
        out.progress,
      );
      out.progressEnd();
      if (!made.ok) {
        out.problem(made.error.sentence);
        return 1;
      }
      out.json(made.value);
      return 0;
    } finally {
      await place.close();
    }
  },
};
