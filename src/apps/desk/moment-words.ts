import type { Instant } from '../../domain/basics/instant.ts';
import { dayWords } from './day-words.ts';

/** 2026年9月1日(火) 9:05. */
export function momentWords(at: Instant): string {
  return `${dayWords(at.slice(0, 10))} ${Number(at.slice(11, 13))}:${at.slice(14, 16)}`;
}
