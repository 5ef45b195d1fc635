import type { Node, Program, TSType } from 'oxc-parser';
import { isTestFile, readSources, type SourceFile } from './source-tree.ts';
import { parse, walk } from './syntax.ts';

/** A fact as its type declares it. */
export type DeclaredFact = {
  readonly name: string;
  readonly file: string;
  /** Fields with their types as written, `?` for one that may be missing. */
  readonly payload: readonly string[];
  /** The remark right above the fact, else that of the whole type. */
  readonly says: string;
};

/** The page of all facts of the journal. */
export async function makeFactsPage(root: string): Promise<string> {
  const files = readSources(root, ['src/domain/facts']).filter((file) => !isTestFile(file.path));
  const facts = files.flatMap(factsOf).toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const rows = facts.map(
    ({ name, payload, says, file }) =>
      `| \`${name}\` | ${payload.map((field) => `\`${escaped(field)}\``).join(', ')} | ${escaped(says)} | ${file.replace('src/domain/facts/', '')} |`,
  );
  return `# Facts

Made by \`npm run docs\` from the types in \`src/domain/facts\`: ${facts.length} facts. Every line of \`mimamori journal export\` is one of them, with \`seq, id, type, v, at, recordedAt, actor\` before what stands here. Names stay; a fact is never changed, only added to.

| fact | payload | what it tells | file |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** Every object type in the file whose `type` is one text or several, each a fact. */
export function factsOf(file: SourceFile): readonly DeclaredFact[] {
  const { program, comments } = parse(file.path, file.text);
  const remarks = comments.map((one) => ({ end: one.end, says: wordsOf(one.value) }));
  const above = (offset: number): string | undefined => {
    const last = remarks.findLast((remark) => remark.end <= offset);
    return last && /^[\s|&(]*$/.test(file.text.slice(last.end, offset)) ? last.says : undefined;
  };
  const facts: DeclaredFact[] = [];
  for (const statement of program.body) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const declared = statement.declaration;
    if (declared?.type !== 'TSTypeAliasDeclaration') continue;
    const whole = above(statement.start) ?? '';
    const joined: TSType[][] = [];
    walk(declared.typeAnnotation, (node) => {
      if (node.type === 'TSIntersectionType') joined.push(node.types);
    });
    walk(declared.typeAnnotation, (node) => {
      if (node.type !== 'TSTypeLiteral') return;
      const fields = node.members.flatMap((member) => fieldOf(member, file.text));
      const names = fields.find((field) => field.key === 'type')?.literals ?? [];
      const holds = (one: TSType) => one.start <= node.start && node.end <= one.end;
      const beside = joined.flatMap((types) => (types.some(holds) ? types.filter((one) => !holds(one)) : []));
      const payload = [
        ...fields.filter((field) => field.key !== 'type').map((field) => field.written),
        ...beside.flatMap((one) => besideFields(one, program, file.text)),
      ];
      for (const name of names) {
        facts.push({ name, file: file.path, payload, says: above(node.start) ?? whole });
      }
    });
  }
  return facts;
}

/** What is joined to a fact by `&`: fields written there or those of a type of the same file, or its name. */
function besideFields(type: TSType, program: Program, text: string): readonly string[] {
  if (type.type === 'TSTypeLiteral') {
    return type.members.flatMap((member) => fieldOf(member, text)).map((one) => one.written);
  }
  const name = text.slice(type.start, type.end);
  for (const statement of program.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'TSTypeAliasDeclaration' || declared.id.name !== name) continue;
    if (declared.typeAnnotation.type !== 'TSTypeLiteral') continue;
    return declared.typeAnnotation.members
      .flatMap((member) => fieldOf(member, text))
      .map((one) => one.written);
  }
  return [`…${name}`];
}

type Field = { readonly key: string; readonly written: string; readonly literals: readonly string[] };

function fieldOf(member: Node, text: string): readonly Field[] {
  if (member.type !== 'TSPropertySignature' || member.key.type !== 'Identifier') return [];
  const type = member.typeAnnotation?.typeAnnotation;
  if (!type) return [];
  const key = member.key.name;
  const written = text
    .slice(type.start, type.end)
    .replace(/\/\*\*[^]*?\*\/|\breadonly /g, '')
    .replace(/\s+/g, ' ')
    .replace(/^\| /, '');
  return [{ key, written: `${key}${member.optional ? '?' : ''}: ${written}`, literals: literalsOf(type) }];
}

function literalsOf(type: TSType): readonly string[] {
  if (type.type === 'TSUnionType') return type.types.flatMap(literalsOf);
  if (type.type !== 'TSLiteralType' || type.literal.type !== 'Literal') return [];
  return typeof type.literal.value === 'string' && type.literal.value.includes('.')
    ? [type.literal.value]
    : [];
}

function wordsOf(remark: string): string {
  return remark
    .split('\n')
    .map((line) => line.replace(/^\s*\*+ ?/, '').trim())
    .join(' ')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
