import { chooseActor } from './choose-actor.ts';
import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

/** `mimamori erase`: erases persons on the ward's consent, in every copy, and writes the certificate. */
export const eraseCommand: CliCommand = {
  name: 'erase',
  says: '区の承諾にもとづき、本人の情報をすべての控えから読めなくし、消去証明書を作ります',
  usage: 'erase --case ID[,ID…] --ref CONSENT | erase --resume',
  examples: [
    'mimamori erase --case case_… --ref WARD-2026-014 --as account_… --second account_…',
    'mimamori erase --resume',
  ],
  options: {
    case: { type: 'string' },
    ref: { type: 'string' },
    resume: { type: 'boolean' },
  },
  run: async (words, doors, out) => {
    const cases = words.text('case')?.split(',') ?? [];
    const ref = words.text('ref');
    const resume = words.flag('resume');
    if (!resume && (cases.length === 0 || ref === undefined)) {
      out.problem(`使い方: mimamori ${eraseCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('erasure.order'));
      if (!by) {
        out.problem('だれが行うかを --as ID と --second ID で指定してください。');
        return 2;
      }
      const order = resume ? undefined : { cases, ref: ref ?? '' };
      const done = await place.erase(by, order, out.progress);
      out.progressEnd();
      if (!done.ok) {
        out.problem(done.error.sentence);
        return 1;
      }
      out.json(done.value);
      return 0;
    } finally {
      await place.close();
    }
  },
};
