import type { IncomingMessage } from 'node:http';
import { languageOf } from '../../domain/portal/language-of.ts';
import type { PortalLanguage } from '../../domain/portal/language.ts';
import { quietStep } from '../../domain/portal/next-step.ts';
import type { Ask } from './ask.ts';
import { readCookies } from './cookies.ts';
import { isFromHere, isToken } from '../kit/server/csrf.ts';
import { answered, type Answered } from '../kit/server/answered.ts';
import { askedUrl } from '../kit/server/asked-url.ts';
import { choose, encode, precode, type Precoded } from '../kit/server/encoded.ts';
import { KEPT, NOT_KEPT } from '../kit/server/headers.ts';
import { framed } from './page-frame.tsx';
import { callingPage } from './pages/calling.tsx';
import { faultPage } from './pages/fault.tsx';
import { frontPage } from './pages/front.tsx';
import type { Portal } from './portal.ts';
import { readBody } from '../kit/server/read-body.ts';
import { answeredByGoing, go } from '../kit/server/go.ts';
import type { Reply } from './reply.ts';
import { routerOf } from '../kit/server/router.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** Answers one request: what needs no thought first, then the route with what it needs proved. */
export async function answer(portal: Portal, request: IncomingMessage, from: string): Promise<Answered> {
  const { method = 'GET', headers } = request;
  const url = askedUrl(request.url ?? '/');
  const accepts = headers['accept-encoding'] ?? '';
  const cookies = readCookies(headers.cookie);
  const language = languageOf(cookies.language, ...tagsOf(headers['accept-language']));
  const reading = method === 'GET' || method === 'HEAD';

  const kept = reading ? portal.assets.byPath.get(url.pathname) : undefined;
  if (kept)
    return answered('/assets/:name', 200, { ...KEPT, 'Content-Type': kept.type }, choose(kept.body, accepts));
  if (reading && url.pathname === '/' && url.search === '') {
    return answered('/', 200, { ...NOT_KEPT, ...HTML }, choose(frontIn(portal, language), accepts));
  }

  const found = find(method, url.pathname);
  const pattern = 'route' in found ? found.route.path : '-';
  const bare: Ask = {
    portal,
    words: portal.shows.words[language],
    language,
    path: url.pathname,
    params: 'route' in found ? found.params : {},
    query: url.searchParams,
    form: new URLSearchParams(),
    from,
    head: method === 'HEAD',
    session: undefined,
  };
  let ask = bare;
  let reply: Reply;
  try {
    if ('route' in found) {
      ask = await withSession(bare, cookies.session, cookies.language, headers['accept-language']);
      reply = await routed(found.route, ask, request);
    } else if (found.methods.length > 0) {
      reply = faultPage(bare, 405, 'method', { Allow: [...found.methods, 'HEAD'].join(', ') });
    } else reply = faultPage(bare, 404, 'notFound');
  } catch (error) {
    return { ...written(ask, faultPage(ask, 500, 'broken'), pattern, accepts), broken: error };
  }
  return written(ask, reply, pattern, accepts);
}

const find = routerOf(ROUTES);

const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

async function routed(route: Route, ask: Ask, request: IncomingMessage): Promise<Reply> {
  const { portal, session } = ask;
  if (route.method === 'POST' && !isFromHere(request.headers, portal.origin))
    return faultPage(ask, 403, 'forbidden');
  const form = route.method === 'POST' ? await readBody(request) : ask.form;
  if (form === 'too-large') return faultPage(ask, 413, 'tooLarge', { Connection: 'close' });
  if (form === 'not-a-form') return faultPage(ask, 415, 'method', { Connection: 'close' });
  const whole = { ...ask, form };
  if (route.needs === 'nothing') return route.handle(whole);

  if (!session) return go(ask.path === '/birthday' ? '/' : '/?ended');
  if (route.method === 'POST' && !isToken(form.get('token'), session.csrf))
    return faultPage(ask, 403, 'forbidden');
  if (session.stage === 'open') {
    const quiet = quietStep(session.inside, session.own, portal.gate.now());
    if (quiet && route.path !== '/home') return go('/home');
  }
  if (route.taking && (await portal.gate.state()) === 'calling') return callingPage(ask);
  if (route.needs === 'code') return route.handle({ ...whole, session });
  return session.stage === 'open' ? route.handle({ ...whole, session }) : go('/birthday');
}

/** The session of the cookie, and with it the language of her draft and of her case. */
async function withSession(
  ask: Ask,
  cookie: string | undefined,
  chosen: PortalLanguage | undefined,
  accepted: string | undefined,
): Promise<Ask> {
  const session = cookie === undefined ? undefined : await ask.portal.gate.session(cookie);
  if (session?.stage !== 'open') return { ...ask, session };
  const language = languageOf(chosen, session.own.language, session.inside.language, ...tagsOf(accepted));
  return { ...ask, session, language, words: ask.portal.shows.words[language] };
}

function written(ask: Ask, reply: Reply, pattern: string, accepts: string): Answered {
  switch (reply.reply) {
    case 'go':
      return answeredByGoing(pattern, reply);
    case 'file':
      return answered(
        pattern,
        200,
        { ...NOT_KEPT, ...reply.headers, 'Content-Type': reply.type },
        encode(reply.body, accepts),
      );
    case 'page': {
      const { portal, words, language } = ask;
      const again = ask.query.has('again') ? ask.session : undefined;
      const text = framed({ portal, words, language, here: hereOf(ask), again }, reply);
      return answered(
        pattern,
        reply.status ?? 200,
        { ...NOT_KEPT, ...reply.headers, ...HTML },
        encode(text, accepts),
      );
    }
  }
}

/** Where a change of language leads back to; a page with a code in its address never is one. */
function hereOf({ path, params, query }: Ask): string {
  if (params['code'] !== undefined || !('route' in find('GET', path))) return '/';
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}

const fronts = new WeakMap<Portal, Map<PortalLanguage, Precoded>>();

/** The front page without a session is the same for everybody: made once in each language. */
function frontIn(portal: Portal, language: PortalLanguage): Precoded {
  const made = fronts.get(portal) ?? new Map<PortalLanguage, Precoded>();
  fronts.set(portal, made);
  const found = made.get(language);
  if (found) return found;
  const words = portal.shows.words[language];
  const front = precode(framed({ portal, words, language, here: '/' }, frontPage(words, {})));
  made.set(language, front);
  return front;
}

function tagsOf(accepted: string | undefined): readonly string[] {
  return (accepted ?? '')
    .toLowerCase()
    .split(',')
    .slice(0, 10)
    .map((part) => part.split(';')[0]?.trim() ?? '');
}
