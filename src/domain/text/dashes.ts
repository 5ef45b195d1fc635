/**
 * Every sign that people and programs type for a dash between two numbers, the long vowel marks among them
 * (domain.md 4.5). The text stands inside the brackets of a regular expression. Only between digits, next to
 * a digit or inside a number do they all mean the same: in a word ー is a vowel.
 */
export const DASHES = '\\-－﹣−‐⁃‑‒–—﹘―⎯⏤ーｰ─━';
