import type { RequestListener } from 'node:http';
import { readDeskAssets } from '../apps/desk/assets.ts';
import { openDesk } from '../apps/desk/open-desk.ts';
import { bundleLive } from '../apps/kit/server/bundle-live.ts';
import { pageServer } from '../apps/kit/server/page-server.ts';
import { readyDemoPeople } from '../place/demo-people.ts';
import { readDeskSettings } from '../place/door-settings.ts';
import type { Place } from '../place/place.ts';
import { signInHouse } from '../place/sign-in-house.ts';
import { listen, type Listening } from './both/listen.ts';

/** What the start file hands over: chance for masks, and a clock that only goes on, for the log. */
export type DeskWorks = {
  readonly chance: (bytes: number) => Uint8Array;
  readonly clock: () => number;
};

/** The desk while it answers, and the address under which the staff see it. */
export type DeskListening = Listening & { readonly origin: string };

/** Uploads of a list take longer than a page. */
const LIMITS = { requestTimeout: 120_000 };
const NAME = 'みまもり';
const LIVE = new URL('../apps/kit/live/live.ts', import.meta.url).pathname;

/**
 * Opens the desk of a place: without settings on this machine alone and under `localhost`, the only name without TLS to
 * which passkeys and cookies of ours are given. `log` hears lines without a value of anybody.
 */
export async function openDeskPage(
  place: Place,
  port: number,
  { chance, clock }: DeskWorks,
  log: (line: string) => void,
): Promise<DeskListening> {
  const { host, tls, proxied, origin: said, ...door } = await readDeskSettings(place.folders);
  let pages: RequestListener = (_request, response) => response.destroy();
  const server = pageServer((request, response) => pages(request, response), tls, LIMITS);
  // The port first: one that is taken is said before anything else is done.
  const listening = await listen(server, host, port);
  const origin = said ?? `http://localhost:${listening.port}`;
  const url = new URL(origin);
  const house = await signInHouse(place, { ...door, site: { host: url.hostname, origin, name: NAME } });
  const demo = await readyDemoPeople(place, house);
  const desk = openDesk(
    {
      house,
      programme: place.programme,
      assets: readDeskAssets(await bundleLive(LIVE)),
      tryout: place.card.tryout,
      ...(demo ? { demo } : {}),
      origin,
      proxied,
      chance,
    },
    clock,
    (line) => log(JSON.stringify({ at: place.parts.now(), zone: 'inside', what: 'page', ...line })),
  );
  pages = onlyFor(url, desk);
  return { ...listening, origin };
}

/** Whoever came by another name of this machine is led to the right one; a name of elsewhere that leads here gets nothing. */
function onlyFor({ host, origin, hostname }: URL, pages: RequestListener): RequestListener {
  return (request, response) => {
    const asked = request.headers.host ?? '';
    if (asked === host) return pages(request, response);
    const isHere = hostname === 'localhost' && /^(127\.0\.0\.1|\[::1\])(:\d+)?$/.test(asked);
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    response.writeHead(isHere && isPage ? 307 : 421, {
      'cache-control': 'no-store',
      ...(isHere && isPage ? { location: `${origin}/` } : {}),
    });
    response.end();
  };
}
