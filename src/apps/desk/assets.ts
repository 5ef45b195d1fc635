import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LiveBundle } from '../kit/server/bundle-live.ts';
import { precode, type Precoded } from '../kit/server/encoded.ts';

/** Style sheets and scripts, each under a name that changes with its content. */
export type DeskAssets = {
  readonly stylesheets: readonly string[];
  /** Stands in the tab of the browser. */
  readonly icon: string;
  /** Small, on every page: keys, lock, lists. */
  readonly script: string;
  /** Where the pieces that behave begin; the small script loads it when a page needs one. */
  readonly live: string | undefined;
  readonly byPath: ReadonlyMap<string, { readonly type: string; readonly body: Precoded }>;
};

const CSS = 'text/css; charset=utf-8';
const JS = 'text/javascript; charset=utf-8';

/** Reads and names everything once, at the start. `live`: made by whoever starts; without it every page works as it is. */
export function readDeskAssets(live?: LiveBundle): DeskAssets {
  const still = asset('still', 'css', CSS, read('../kit/still/still.css'));
  const desk = asset('desk', 'css', CSS, read('./assets/desk.css'));
  const script = asset('desk', 'js', JS, read('./assets/desk.js'));
  const icon = asset('mark', 'svg', 'image/svg+xml', read('./assets/mark.svg'));
  const pieces = (live?.files ?? []).map(({ name, code }) => ({
    path: `/assets/${name}`,
    type: JS,
    body: precode(code),
  }));
  const all = [still, desk, script, icon, ...pieces];
  return {
    stylesheets: [still.path, desk.path],
    icon: icon.path,
    script: script.path,
    live: live && `/assets/${live.entry}`,
    byPath: new Map(all.map(({ path, type, body }) => [path, { type, body }])),
  };
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function asset(name: string, ending: string, type: string, text: string) {
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 12);
  return { path: `/assets/${name}-${digest}.${ending}`, type, body: precode(text) };
}
