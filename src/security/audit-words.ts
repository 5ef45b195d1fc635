/**
 * Every kind of entry of the access log, declared once (B-03). An entry that is not here cannot be written; the
 * published document `docs/generated/audit-events.md` is made from this table.
 */
export const AUDIT_WORDS = {
  executed:
    'A command was carried out; names the rows of the vault it wrote, with the digest of each ciphertext',
  refused: 'A command was understood and refused; names the reason',
  denied: 'Somebody asked for what no row of the access table allows',
  listed: 'A list or search was answered: kinds of key, number of hits, ids; never the words searched for',
  opened: 'Fields of one person were opened: which fields, for what, on which screen',
  bulk: 'Fields of a frozen set of persons were opened for one task',
  known: 'Fields were opened for a decision of the program itself',
  exported: 'Something left the house: journal, papers, lists, generations',
  rewrapped: 'Person keys were wrapped anew under the next epoch',
  restored: 'The place was made again from a generation',
} as const;

export type AuditWord = keyof typeof AUDIT_WORDS;
