import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

/** `mimamori rebuild --check`: projections made again from the journal and compared; without --check written anew. */
export const rebuildCommand: CliCommand = {
  name: 'rebuild',
  says: '一覧表を記録から作り直して比べます(--check)。--check なしでは作り直します',
  usage: 'rebuild [--check]',
  examples: ['mimamori rebuild --check', 'mimamori rebuild'],
  options: { check: { type: 'boolean' } },
  run: async (words, doors, out) => {
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const report = await place.rebuild({ check: words.flag('check') });
      out.json(report);
      if (!report.ok) out.problem('一覧表が記録と違います。mimamori rebuild で作り直せます。');
      return report.ok ? 0 : 1;
    } finally {
      await place.close();
    }
  },
};
