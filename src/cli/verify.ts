import type { CliCommand } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';

/** `mimamori verify`: both chains and the vault against the anchors. */
export const verifyCommand: CliCommand = {
  name: 'verify',
  says: '記録の鎖と保管庫を、外に置いた署名と突き合わせます',
  usage: 'verify',
  examples: ['mimamori verify', 'mimamori verify --json --data ./data'],
  options: {},
  run: async (words, doors, out) => {
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const report = await place.verify();
      out.json(report);
      if (!report.ok)
        out.problem('記録に異常があります。damage の行を確認し、業務責任者と管理者に知らせてください。');
      return report.ok ? 0 : 1;
    } finally {
      await place.close();
    }
  },
};
