import type { ProgrammePortal } from './programme-portal.ts';

/** Blocks of words, by the way to them, that no ward has approved: they are samples for trying out (CHI-8.16-4). */
export function sampleWords({
  words,
  forms,
  consentTexts,
  consent,
  mail,
}: ProgrammePortal): readonly string[] {
  return samplesIn({ words, forms, consentTexts, consent, mail }, '');
}

function samplesIn(words: unknown, key: string): readonly string[] {
  if (typeof words !== 'object' || words === null) return [];
  const own = 'approval' in words && isSample(words.approval) ? [key] : [];
  const inside = Object.entries(words).flatMap(([name, one]) =>
    samplesIn(one, key ? `${key}.${name}` : name),
  );
  return [...own, ...inside];
}

function isSample(approval: unknown): boolean {
  return (
    typeof approval === 'object' && approval !== null && 'tryout' in approval && approval.tryout === true
  );
}
