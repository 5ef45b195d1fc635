import type { CliCommand } from './command-line.ts';

/** `mimamori restore DIR`: makes an empty place again from the newest (or a named) generation, with proof. */
export const restoreCommand: CliCommand = {
  name: 'restore',
  says: '控えから、空の置き場所に復元します(同じものになったことを確かめます)',
  usage: 'restore DIR [--keys DIR] [--second-place DIR] [--mirror DIR] [--generation ID] [--data DIR]',
  examples: [
    'mimamori restore ./try-out-backup --data ./data-again',
    'mimamori restore /mnt/backup --keys /mnt/keys --second-place /mnt/new-keys --data /srv/mimamori-new',
  ],
  options: {
    keys: { type: 'string' },
    'second-place': { type: 'string' },
    mirror: { type: 'string' },
    generation: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const [from] = words.positionals;
    if (from === undefined) {
      out.problem(`使い方: mimamori ${restoreCommand.usage}`);
      return 2;
    }
    const keys = words.text('keys');
    const secondPlace = words.text('second-place');
    const mirror = words.text('mirror');
    const generation = words.text('generation');
    const made = await doors.restore(
      {
        from,
        dataDir: words.common.data,
        ...(words.common.programme === undefined ? {} : { programme: words.common.programme }),
        ...(keys === undefined ? {} : { keys }),
        ...(secondPlace === undefined ? {} : { secondPlace }),
        ...(mirror === undefined ? {} : { mirror }),
        ...(generation === undefined ? {} : { generation }),
      },
      out.progress,
    );
    out.progressEnd();
    if (!made.ok) {
      out.problem(made.error.sentence);
      return 1;
    }
    out.json(made.value);
    out.problem('復元しました。控えのあとに出した郵便物・番号を確認するまで、印刷・発送・採番は止まります。');
    return 0;
  },
};
