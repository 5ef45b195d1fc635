import { join } from 'node:path';
import type { Command } from '../src/gate/command.ts';
import type { Question } from '../src/gate/question.ts';
import type { Allowed } from '../src/security/access.ts';

/** The page of all rows of the gate: who may, in which scope, with whom, and which fields are opened. */
export async function makeAccessTable(root: string): Promise<string> {
  const {
    commands,
    questions,
  }: { commands: ReadonlyMap<string, Command>; questions: ReadonlyMap<string, Question> } = await import(
    join(root, 'src/gate/inside/catalogue.ts')
  );
  const byName = <Row extends { readonly name: string }>(rows: Iterable<Row>) =>
    [...rows].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return accessTable(byName(commands.values()), byName(questions.values()));
}

export function accessTable(commands: readonly Command[], questions: readonly Question[]): string {
  return `# Access table

Made by \`npm run docs\` from the rows of the gate (\`src/gate/inside/catalogue.ts\`). It is compared with [\`tests/authority/expected.tsv\`](../../tests/authority/expected.tsv), which is written by hand from section 13 of the requirements. Who is not named is denied, and the denial is remembered. "Assigned" means: only cases of which this person is to make the visit now.

## Commands

| command | what it does | whole programme | assigned cases | others | second person | fields opened for the decision |
|---|---|---|---|---|---|---|
${commands
  .map(({ name, says, who, knows }) =>
    line([
      name,
      says,
      ...whoCells(who.allowed),
      list(who.second ?? []),
      list([knows ?? []].flat().flatMap((one) => one.fields)),
    ]),
  )
  .join('\n')}

## Questions

| question | what it shows | whole programme | assigned cases | others | remembered as | fields it may open |
|---|---|---|---|---|---|---|
${questions
  .map(({ name, says, who, reading, opens }) =>
    line([name, says, ...whoCells(who.allowed), reading, list(opens)]),
  )
  .join('\n')}
`;
}

function whoCells(allowed: readonly Allowed[]): readonly string[] {
  const scope = (wanted: string) =>
    list(allowed.flatMap((one) => ('role' in one && one.scope === wanted ? [one.role] : [])));
  const others = allowed.flatMap((one) =>
    'machine' in one ? [one.machine] : 'resident' in one ? ['resident'] : 'oneself' in one ? ['oneself'] : [],
  );
  return [scope('programme'), scope('assigned'), list(others)];
}

function list(words: readonly string[]): string {
  return words.length === 0 ? '–' : words.toSorted().join(', ');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\\\|')).join(' | ')} |`;
}
