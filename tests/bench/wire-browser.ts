import { headersOf, pageOf } from './portal-booking.ts';
import type { Heard, Wire } from './wire.ts';

/** A browser without scripts on a line: it knows its session and the page that it sees, and sends real forms. */
export type WireBrowser = {
  /** Opens a page; where the answer leads on, it goes there. */
  readonly open: (path: string) => Promise<Seen>;
  /** Sends the form of the page it sees that leads there, with its hidden fields and these. */
  readonly send: (action: string, fields?: Fields) => Promise<Seen>;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** `path` is where it came to in the end; `bytes` is what came over the wire for that page. */
export type Seen = {
  readonly path: string;
  readonly status: number;
  readonly text: string;
  readonly bytes: number;
};

const MOST_STEPS = 5;

export function wireBrowser(wire: Wire, index: number, language = 'ja'): WireBrowser {
  let cookie: string | undefined;
  let page = '';
  const seen = (path: string, heard: Heard): Seen => {
    page = pageOf({ ...heard, status: 200 });
    return { path, status: heard.status, text: page, bytes: heard.body.length };
  };
  const follow = async (path: string, first: Heard): Promise<Seen> => {
    let heard = first;
    let at = path;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const set = /__Host-session=([\w-]{43})/.exec(heard.header('set-cookie') ?? '')?.[1];
      if (set !== undefined) cookie = set;
      const to = heard.header('location');
      if (heard.status !== 303 || to === undefined) return seen(at, heard);
      at = to.replace(/#.*/, '');
      heard = await wire.ask({ path: at, headers: headersOf(cookie, index, language) });
    }
    throw new Error(`${path} leads on for ever`);
  };
  return {
    open: async (path) => follow(path, await wire.ask({ path, headers: headersOf(cookie, index, language) })),
    send: async (action, fields = {}) => {
      const body = new URLSearchParams(hiddenOf(page, action, Object.keys(fields)[0]));
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      const question = { path: action, headers: headersOf(cookie, index, language), body: body.toString() };
      return follow(action, await wire.ask(question));
    },
  };
}

/** Hidden fields of the form that leads there; of several of the one that has such a field. */
function hiddenOf(page: string, action: string, field: string | undefined): Record<string, string> {
  const forms = page
    .split('<form ')
    .map((one) => one.split('</form>')[0] ?? '')
    .filter((one) => one.includes(`action="${action}"`));
  const form = forms.find((one) => field !== undefined && one.includes(`name="${field}`)) ?? forms[0] ?? '';
  const hidden = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]));
}
