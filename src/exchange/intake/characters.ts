/** Characters that no cell may hold: a list with them was broken on its way, or hides something. */
export function forbiddenCharacter(
  text: string,
  lineFeedsAllowed: boolean,
): 'replacement-character' | 'control-character' | 'line-feed' | undefined {
  if (!SUSPECT.test(text)) return undefined;
  if (text.includes('\uFFFD')) return 'replacement-character';
  if (UNSEEN.test(text)) return 'control-character';
  return lineFeedsAllowed ? undefined : 'line-feed';
}

/** 外字: private characters whose shape only the sender's machine knows (domain.md 4.1, 4.2). IVS is none of them. */
export function hasGaiji(text: string): boolean {
  return GAIJI.test(text);
}

/** '?' and the geta 〓 stand where another program could not write the character. */
export function hasLostCharacter(text: string): boolean {
  return /[?？〓]/.test(text);
}

const GAIJI = /[\u{E000}-\u{F8FF}\u{F0000}-\u{10FFFF}]/u;
/** Line feeds are told apart from the rest; zero-width and direction marks and noncharacters count as unseen. */
const SUSPECT = /[\p{Cc}\p{Cf}\u2028\u2029\uFFFD\uFFFE\uFFFF]/u;
const UNSEEN = /[^\P{Cc}\n\r]|[\p{Cf}\u2028\u2029\uFFFE\uFFFF]/u;
