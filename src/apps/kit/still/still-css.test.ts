import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const css = readFileSync(new URL('./still.css', import.meta.url), 'utf8');

/** From the package `@digital-go-jp/design-tokens` 1.1.9 of the Digital Agency (MIT). */
const OFFICIAL: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  'solid-gray-50': '#f2f2f2',
  'solid-gray-200': '#cccccc',
  'solid-gray-400': '#999999',
  'solid-gray-536': '#767676',
  'solid-gray-600': '#666666',
  'solid-gray-700': '#4d4d4d',
  'solid-gray-800': '#333333',
  'solid-gray-900': '#1a1a1a',
  'light-blue-50': '#f0f9ff',
  'light-blue-200': '#c0e4ff',
  'light-blue-300': '#97d3ff',
  'light-blue-900': '#0055ad',
  'light-blue-1000': '#00428c',
  'light-blue-1200': '#00234b',
  'yellow-50': '#fbf5e0',
  'yellow-200': '#ffe380',
  'yellow-300': '#ffd43d',
  'orange-1000': '#8b3200',
  'red-50': '#fdeeee',
  'red-200': '#ffbbbb',
  'red-1000': '#a90000',
  'green-50': '#e6f5ec',
  'green-200': '#9bd4b5',
  'green-900': '#115a36',
};

/** Text on ground, 4.5:1 (WCAG 1.4.3). */
const TEXT = [
  ['text', 'page quiet chosen info-page warn-page urgent-page success-page'],
  ['soft', 'page quiet chosen info-page warn-page urgent-page success-page'],
  ['link', 'page quiet chosen info-page warn-page urgent-page success-page'],
  ['on-main', 'main main-over'],
  ['urgent', 'page quiet'],
  ['page', 'text info warn urgent success'],
] as const;

/** Edges and signs on what is beside them, 3:1 (WCAG 1.4.11). */
const EDGES = [
  ['edge', 'page chosen'],
  ['main', 'page chosen quiet'],
  ['info', 'info-page page'],
  ['warn', 'warn-page page'],
  ['urgent', 'urgent-page page'],
  ['success', 'success-page page'],
  ['ring', 'page quiet glow'],
] as const;

const light = tokensAfter(':root {');
const dark = { ...light, ...tokensAfter('@media screen and (prefers-color-scheme: dark)') };

for (const [name, tokens] of Object.entries({ light, dark })) {
  test(`text stands out by 4.5:1 and edges by 3:1 where it is ${name} [CHI-8.16-1]`, () => {
    const weak = (pairs: readonly (readonly [string, string])[], least: number) =>
      pairs.flatMap(([front, grounds]) =>
        grounds
          .split(' ')
          .map((ground) => ({
            pair: `${front} on ${ground}`,
            ratio: contrast(colour(tokens, front), colour(tokens, ground)),
          }))
          .filter(({ ratio }) => ratio < least),
      );
    assert.deepEqual(weak(TEXT, 4.5), []);
    assert.deepEqual(weak(EDGES, 3), []);
  });
}

test('the contrast of black and white is 21, of the grey that just fails on white 4.48', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#ffffff').toFixed(2), '4.48');
});

test('every colour is the one that the Digital Agency gave that name', () => {
  const named = [...css.matchAll(/--[\w-]+: (#\w+); \/\* ([\w-]+) \*\//g)];
  assert.ok(named.length > 40);
  for (const [, value = '', token = ''] of named) assert.equal(long(value), OFFICIAL[token], token);
  assert.equal([...css.matchAll(/#[\da-f]{3,8}\b/g)].length, named.length, 'no colour without a name');
});

test('the style sheet has at most 5 KB on the wire and asks nobody else', () => {
  assert.ok(gzipSync(css).length <= 5000);
  assert.doesNotMatch(css, /url\(|@import|@font-face/);
});

function tokensAfter(head: string): Readonly<Record<string, string>> {
  const from = css.indexOf(head);
  assert.notEqual(from, -1);
  const block = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#\w+)/g)].map(([, name, value = '']) => [name, long(value)]),
  );
}

function colour(tokens: Readonly<Record<string, string>>, name: string): string {
  const value = tokens[name];
  assert.ok(value, `no token ${name}`);
  return value;
}

/** #abc is #aabbcc. */
function long(hex: string): string {
  return hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
}

/** WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
