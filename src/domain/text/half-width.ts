/**
 * Full-width letters, digits and signs (！ to ～) and the wide blank in their ASCII form; everything else stays.
 * The length stays too, so that a place found in the result is the same place in the text as it came.
 */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (sign) =>
    sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}
