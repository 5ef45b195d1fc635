/** Her name as the office says it, with its reading. */
export function nameOf(fields: Readonly<Record<string, string>>): string {
  const { 'identity.name': name = '(氏名なし)', 'identity.kana': kana } = fields;
  return kana ? `${name}(${kana})` : name;
}
