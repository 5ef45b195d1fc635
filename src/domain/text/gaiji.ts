/** Why a character cannot be trusted to look the same everywhere, or to look like anything. */
export type GaijiKind = 'private-use' | 'replacement' | 'control' | 'invisible' | 'broken';

/** `at` counts characters from 1, `code` is U+ and at least four digits. The character itself is not repeated. */
export type Gaiji = { readonly at: number; readonly code: string; readonly kind: GaijiKind };

/**
 * The places in a text that a person has to look at before it is stored or printed (AMB-45, domain.md 4.1):
 * private-use characters (外字 of the sender's own machine), U+FFFD (something was lost on the way), control
 * characters, unpaired surrogates and non-characters, and invisible signs that turn or split a line.
 * Variation selectors are part of a name and are not found. An empty list means: nothing found.
 */
export function gaijiIn(text: string): readonly Gaiji[] {
  return Array.from(text).flatMap((character, index) => {
    const point = character.codePointAt(0) ?? 0;
    const kind = kindOf(point);
    return kind === undefined ? [] : [{ at: index + 1, code: codeOf(point), kind }];
  });
}

function kindOf(point: number): GaijiKind | undefined {
  if (within(point, 0xe000, 0xf8ff) || within(point, 0xf0000, 0xffffd) || within(point, 0x100000, 0x10fffd)) {
    return 'private-use';
  }
  if (point === 0xfffd) return 'replacement';
  if (point < 0x20 || within(point, 0x7f, 0x9f)) return 'control';
  if (within(point, 0xd800, 0xdfff) || within(point, 0xfdd0, 0xfdef) || (point & 0xfffe) === 0xfffe) {
    return 'broken';
  }
  const invisible =
    within(point, 0x200b, 0x200f) ||
    within(point, 0x2028, 0x202e) ||
    within(point, 0x2060, 0x206f) ||
    point === 0xfeff ||
    point === 0xad;
  return invisible ? 'invisible' : undefined;
}

function within(point: number, first: number, last: number): boolean {
  return point >= first && point <= last;
}

function codeOf(point: number): string {
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
