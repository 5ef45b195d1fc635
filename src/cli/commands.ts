import { commands, questions } from '../gate/inside/catalogue.ts';
import { offered } from '../gate/offered.ts';
import type { CliCommand } from './command-line.ts';

/** `mimamori commands`: every row of the gate's tables, with who may. */
export const commandsCommand: CliCommand = {
  name: 'commands',
  says: 'できる操作と質問、それぞれを行える役割の一覧',
  usage: 'commands [WORD] [--programme ID]',
  examples: ['mimamori commands', 'mimamori commands booking'],
  options: {},
  run: (words, doors, out) => {
    const [word = ''] = words.positionals;
    // A programme offers what its subjects allow; without one every row there is.
    const programme = doors.programmes.find(({ id }) => id === words.common.programme);
    const given = programme ? offered(commands, programme.rules) : commands;
    const asked = programme ? offered(questions, programme.rules) : questions;
    const rows = [
      ...[...given.values()].map((row) => ({ kind: 'do', row })),
      ...[...asked.values()].map((row) => ({ kind: 'ask', row })),
    ].filter(({ row }) => row.name.includes(word));
    const listed = rows.map(({ kind, row }) => ({
      kind,
      name: row.name,
      says: row.says,
      who: row.who.allowed.map((line) =>
        'role' in line
          ? `${line.role}${line.scope === 'assigned' ? ' (assigned)' : ''}`
          : 'machine' in line
            ? line.machine
            : 'resident',
      ),
      ...(row.who.second ? { second: row.who.second } : {}),
    }));
    if (words.common.json) out.json(listed);
    else {
      for (const row of listed) {
        out.line(`${row.kind.padEnd(4)}${row.name.padEnd(34)}${row.says}`);
        out.line(`    ${row.who.join(', ')}${row.second ? ` + ${row.second.join(' / ')}` : ''}`);
      }
    }
    return Promise.resolve(0);
  },
};
