import { createServer } from 'node:http';
import { after } from 'node:test';
import { openPortal } from '../../src/apps/portal/open-portal.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import { outsidePlace, type OutsidePlace, type OutsideWoman } from './outside-place.ts';
import type { OutsideLimits } from '../../src/gate/outside/limits.ts';

/** The real portal on a real port, over a real outside zone. */
export type PortalPlace = {
  readonly outside: OutsidePlace;
  readonly origin: string;
  /** Every line of the log so far. */
  readonly log: readonly string[];
  /** Somebody with a browser that knows cookies, and no more than that. */
  readonly visitor: (headers?: Readonly<Record<string, string>>) => Visitor;
};

export type Visitor = {
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Seen>;
  /** Sends the form of the last page that leads to `action`, with its hidden fields and these. */
  readonly post: (
    action: string,
    fields?: Fields,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Seen>;
  /** Sends exactly this, from no page. */
  readonly raw: (action: string, fields: Fields, headers?: Readonly<Record<string, string>>) => Promise<Seen>;
  /** Follows every "see other" to the page behind it. */
  readonly follow: (seen: Promise<Seen>) => Promise<Seen>;
  /** Code and birthday: the first page after it. */
  readonly enter: (letter: Pick<OutsideWoman, 'birthDate'> & { readonly code: string }) => Promise<Seen>;
  readonly cookies: Map<string, string>;
  /** Another tab of the same browser. */
  readonly tab: () => Visitor;
};

export type Fields = Readonly<Record<string, string | readonly string[]>>;

export type Seen = {
  readonly status: number;
  readonly path: string;
  readonly to: string | null;
  readonly headers: Headers;
  readonly text: string;
  readonly title: string;
};

export async function portalPlace(at?: string, limits?: OutsideLimits): Promise<PortalPlace> {
  const outside = await outsidePlace(at, limits);
  const log: string[] = [];
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  server.on(
    'request',
    openPortal({
      gate: outside.gate,
      programme: chiyodaVisit,
      tryout: true,
      origin,
      chance: (bytes) => randomBytesFromPool(bytes),
      clock: () => 0,
      log: (line) => log.push(line),
    }),
  );
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { outside, origin, log, visitor: (headers) => visitorOf(origin, new Map(), headers ?? {}) };
}

/** A browser of somebody at this address. */
export function visitorOf(
  origin: string,
  cookies: Map<string, string>,
  own: Readonly<Record<string, string>>,
): Visitor {
  let page = '';
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...own, ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const response = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (/Max-Age=0/.test(set)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    if (response.status !== 303 && text.startsWith('<!doctype')) page = text;
    const title = /<title>([^<]*)<\/title>/.exec(text)?.[1] ?? '';
    return {
      status: response.status,
      path,
      to: response.headers.get('location'),
      headers: response.headers,
      text,
      title,
    };
  };
  const raw: Visitor['raw'] = (action, fields, headers = {}) =>
    ask(action, {
      method: 'POST',
      body: bodyOf(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    });
  const visitor: Visitor = {
    cookies,
    get: (path, headers = {}) => ask(path, { headers }),
    raw,
    post: (action, fields = {}, headers) =>
      raw(action, { ...hiddenFields(page, action, Object.keys(fields)[0]), ...fields }, headers),
    follow: async (asked) => {
      let seen = await asked;
      for (let step = 0; seen.to !== null && step < 5; step += 1)
        seen = await visitor.get(seen.to.replace(/#.*/, ''));
      return seen;
    },
    enter: async ({ code, birthDate }) => {
      await visitor.follow(visitor.get(`/q/${code}`));
      const [year = '', month = '', day = ''] = birthDate.split('-');
      return visitor.follow(
        visitor.post('/birthday', { 'birthday-year': year, 'birthday-month': month, 'birthday-day': day }),
      );
    },
    tab: () => visitorOf(origin, cookies, own),
  };
  return visitor;
}

function bodyOf(fields: Fields): URLSearchParams {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => [name, one]),
  );
  return new URLSearchParams(pairs);
}

/** The fields without a face of the form that leads there; of several the one that has such a field. */
export function hiddenFields(page: string, action: string, field?: string): Readonly<Record<string, string>> {
  const forms = page
    .split('<form ')
    .map((one) => one.split('</form>')[0] ?? '')
    .filter((one) => one.includes(`action="${action}"`));
  const form = forms.find((one) => field !== undefined && one.includes(`name="${field}"`)) ?? forms[0] ?? '';
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}
