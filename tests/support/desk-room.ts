import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { randomBytes } from 'node:crypto';
import { after } from 'node:test';
import { readDeskAssets } from '../../src/apps/desk/assets.ts';
import type { Desk } from '../../src/apps/desk/desk.ts';
import { bundleLive } from '../../src/apps/kit/server/bundle-live.ts';
import { openDesk, type DeskLine } from '../../src/apps/desk/open-desk.ts';
import type { RoleName } from '../../src/domain/facts/governance.ts';
import type { Ticket } from '../../src/gate/sign-in/house.ts';
import { signInPlace, type World } from './sign-in-place.ts';

const LIVE = `${import.meta.dirname}/../../src/apps/kit/live/live.ts`;

/** What came back from the desk. */
export type Seen = {
  readonly status: number;
  readonly text: string;
  /** Where a 303 leads. */
  readonly to: string | undefined;
  readonly headers: Headers;
};

/** Somebody at a terminal of the desk, with her session. */
export type Sitting = {
  readonly account: string;
  readonly id: string;
  readonly secret: string;
  readonly get: (path: string) => Promise<Seen>;
  /** Sends a form with the token of the session; `more` wins. */
  readonly post: (
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Seen>;
  /** Opens the page of an act, fills its form in and sends it with all that stood hidden in it. */
  readonly act: (
    path: string,
    fields?: Readonly<Record<string, string | readonly string[]>>,
  ) => Promise<Seen>;
  /** Sends a form with a file, as the browser does from an upload. */
  readonly upload: (
    path: string,
    fields: Readonly<Record<string, string>>,
    file?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  ) => Promise<Seen>;
  readonly ask: (
    question: string,
    input: unknown,
  ) => Promise<{ readonly status: number; readonly value: unknown }>;
  readonly do: (
    row: string,
    input: unknown,
    once?: string,
  ) => Promise<{ readonly status: number; readonly value: unknown }>;
  /** Name and value of her cookies, for a browser. */
  readonly cookies: () => readonly { readonly name: string; readonly value: string }[];
};

/** The real desk on a real place: server on loopback, sign-in with its own parts. One a test file. */
export async function deskRoom({
  live = false,
  on,
  atEnd = after,
}: {
  readonly live?: boolean;
  readonly on?: World;
  /** What closes the server: the end of the test file, unless somebody else does. */
  readonly atEnd?: (close: () => Promise<void>) => void;
} = {}) {
  const world = await signInPlace(on);
  const lines: DeskLine[] = [];
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  atEnd(
    () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  const address = server.address();
  assert.ok(typeof address === 'object' && address);
  const origin = `http://localhost:${address.port}`;
  const desk: Desk = {
    house: {
      ...world.house,
      // The loopback belongs to the office, on whose network the sessions were begun.
      networks: world.house.networks.map((one) =>
        one.name === 'office' ? { ...one, ranges: [...one.ranges, '127.0.0.0/8', '::1/128'] } : one,
      ),
      site: { host: 'localhost', origin, name: 'みまもり' },
    },
    programme: world.place.programme,
    // Only who tests what behaves in the browser waits a second for it.
    assets: readDeskAssets(live ? await bundleLive(LIVE) : undefined),
    tryout: true,
    origin,
    chance: (bytes) => randomBytes(bytes),
  };
  server.on(
    'request',
    openDesk(
      desk,
      () => performance.now(),
      (line) => lines.push(line),
    ),
  );

  const call = async (ticket: Ticket | undefined, path: string, init: RequestInit = {}): Promise<Seen> => {
    const cookie = [
      ticket?.cookie ? `__Host-desk=${ticket.cookie}` : '',
      ticket?.deviceKey ? `__Host-terminal=${ticket.deviceKey}` : '',
    ].filter((one) => one !== '');
    const response = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), cookie: cookie.join('; ') },
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      to: response.headers.get('location') ?? undefined,
      headers: response.headers,
    };
  };

  const sitting = async (...roles: RoleName[]): Promise<Sitting> => {
    const worker = await world.worker(...roles);
    const { ticket } = worker;
    const room = { ...ticket, address: '127.0.0.1' };
    const get = (path: string) => call(room, path);
    const token = async (): Promise<string> => tokenIn((await get('/')).text);
    const send = (path: string, fields: Readonly<Record<string, string | readonly string[]>>) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const one of typeof value === 'string' ? [value] : value) body.append(name, one);
      return call(room, path, { method: 'POST', body });
    };
    const api = async (kind: string, row: string, body: object) => {
      const seen = await call(room, `/api/${kind}/${row}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'x-token': await token() },
      });
      return { status: seen.status, value: JSON.parse(seen.text) as unknown };
    };
    return {
      account: worker.account,
      id: worker.id,
      secret: worker.secret,
      get,
      post: async (path, fields = {}) => send(path, { token: await token(), ...fields }),
      act: async (path, fields = {}) => {
        const shown = await get(path);
        assert.equal(shown.status, 200, `${path.split('?')[0]} answered ${shown.status}`);
        const form = /<form\b[^>]*? action="(\/do\/[^"]+)"[\s\S]*?<\/form>/.exec(shown.text);
        assert.ok(form?.[1], `${path.split('?')[0]} has no form`);
        return send(form[1], { ...hiddenIn(form[0]), ...fields });
      },
      upload: async (path, fields, file) => {
        const body = new FormData();
        for (const [name, value] of Object.entries({ token: await token(), ...fields }))
          body.append(name, value);
        if (file) body.append('file', new Blob([file.bytes]), file.name);
        return call(room, path, { method: 'POST', body });
      },
      ask: (question, input) => api('ask', question, { input }),
      do: (row, input, once) => api('do', row, { input, ...(once ? { once } : {}) }),
      cookies: () => [
        { name: '__Host-desk', value: room.cookie },
        { name: '__Host-terminal', value: room.deviceKey ?? '' },
      ],
    };
  };
  return { ...world, desk, origin, lines, call, sitting };
}

/** The token that stands in the page for what behaves in the browser. */
export function tokenIn(html: string): string {
  return /data-token="([^"]+)"/.exec(html)?.[1] ?? '';
}

function hiddenIn(form: string): Record<string, string> {
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
}
