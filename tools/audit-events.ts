import { join } from 'node:path';

/** The page of all kinds of entry of the access log. */
export async function makeAuditEvents(root: string): Promise<string> {
  const { AUDIT_WORDS }: { AUDIT_WORDS: Readonly<Record<string, string>> } = await import(
    join(root, 'src/security/audit-words.ts')
  );
  return auditEvents(AUDIT_WORDS);
}

export function auditEvents(words: Readonly<Record<string, string>>): string {
  const rows = Object.entries(words).map(([word, says]) => `| \`${word}\` | ${says} |`);
  return `# Audit events

Made by \`npm run docs\` from \`src/security/audit-words.ts\`. An entry of the access log bears one of these words; any other cannot be written. Each has the moment, who acted (and the second person), the row of the gate and the purpose; ids and names of fields, never a value. The entries are read with \`log.entries\` and checked with \`log.review\`.

| word | when |
|---|---|
${rows.join('\n')}
`;
}
