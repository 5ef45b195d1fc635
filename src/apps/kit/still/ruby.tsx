import type { ReactNode } from 'react';

/**
 * A text with readings above hard words: `{妊娠|にんしん}` becomes ruby. Every text that a piece of the kit is given
 * goes through here, so words may carry readings wherever they are shown.
 */
export function Ruby({ text }: { readonly text: string }): ReactNode {
  if (!text.includes('{')) return text;
  let at = 0;
  const parts: ReactNode[] = [];
  for (const { index, 0: whole, 1: word = '', 2: reading = '' } of text.matchAll(READING)) {
    parts.push(
      text.slice(at, index),
      <ruby key={index}>
        {word}
        <rp>(</rp>
        <rt>{reading}</rt>
        <rp>)</rp>
      </ruby>,
    );
    at = index + whole.length;
  }
  return [...parts, text.slice(at)];
}

/** The same text without its readings, for places that cannot show them: titles, names for screen readers. */
export function withoutRuby(text: string): string {
  return text.replace(READING, '$1');
}

const READING = /\{([^{}|]+)\|([^{}|]+)\}/gu;
