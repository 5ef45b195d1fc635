import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { precode, type Precoded } from '../kit/server/encoded.ts';

/** Style sheet and script, each under a name that changes with its content. */
export type Assets = {
  readonly stylesheet: string;
  readonly script: string;
  readonly byPath: ReadonlyMap<string, { readonly type: string; readonly body: Precoded }>;
};

/** Reads what the kit draws and what makes pages smoother, once, at the start. */
export function readAssets(): Assets {
  const style = asset('style', 'css', read('../kit/still/still.css').replaceAll(/\/\*[\s\S]*?\*\//g, ''));
  const script = asset('help', 'js', read('./assets/portal.js').replaceAll(/^\s*\/\/.*$/gm, ''));
  return {
    stylesheet: style.path,
    script: script.path,
    byPath: new Map([
      [style.path, { type: 'text/css; charset=utf-8', body: precode(style.text) }],
      [script.path, { type: 'text/javascript; charset=utf-8', body: precode(script.text) }],
    ]),
  };
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** Blanks at the edges of lines mean nothing in either. */
function asset(
  name: string,
  ending: string,
  source: string,
): { readonly path: string; readonly text: string } {
  const text = source
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { path: `/assets/${name}-${digest}.${ending}`, text };
}
