import type { IncomingMessage } from 'node:http';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { ask } from '../../gate/ask.ts';
import { execute } from '../../gate/execute.ts';
import { sessionOf, type DeskSession } from '../../gate/sign-in/read-session.ts';
import type { Ticket } from '../../gate/sign-in/house.ts';
import { isFromHere, isToken } from '../kit/server/csrf.ts';
import { answered, type Answered } from '../kit/server/answered.ts';
import { askedUrl } from '../kit/server/asked-url.ts';
import { choose, encode } from '../kit/server/encoded.ts';
import { KEPT, NOT_KEPT } from '../kit/server/headers.ts';
import { answerApi } from './api.ts';
import type { Asking, Knocking } from './asking.ts';
import { cookies } from './cookies.ts';
import type { Desk } from './desk.ts';
import { NO_FORM, readDeskForm, type DeskForm } from './desk-form.ts';
import { doAct, showAct } from './do-act.tsx';
import { framed, type Framing } from './frame.tsx';
import { NotAnswered, NotHere } from './not-here.ts';
import { troublePage, refusedPage } from './trouble-pages.tsx';
import { answeredByGoing, go } from '../kit/server/go.ts';
import type { Reply } from './reply.ts';
import { ownName } from './own-name.ts';
import { mayOpen } from './may-open.ts';
import { mayUse } from './rights.ts';
import type { DeskRoute } from './route.ts';
import { ROUTES } from './routes.ts';
import { screensOf } from './screens-of.ts';
import { withReturn } from './screens/door/return-path.ts';
import { deskRouter } from './ways.ts';

const find = deskRouter(ROUTES);
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

/** Answers one request: assets, then who it is, then the route with the rights of its rows. */
export async function answer(desk: Desk, request: IncomingMessage, from: string): Promise<Answered> {
  const { method = 'GET', headers } = request;
  const accepts = headers['accept-encoding'] ?? '';
  const url = askedUrl(request.url ?? '/');
  const reading = method === 'GET' || method === 'HEAD';
  const kept = reading ? desk.assets.byPath.get(url.pathname) : undefined;
  if (kept)
    return answered('/assets/:name', 200, { ...KEPT, 'Content-Type': kept.type }, choose(kept.body, accepts));

  const { session, terminal } = cookies.read(headers.cookie);
  const ticket: Ticket = { cookie: session ?? '', deviceKey: terminal, address: from };
  let who: DeskSession | undefined;
  let pattern = '-';
  try {
    who = session === undefined ? undefined : await sessionOf(desk.house, ticket);
    const reply = await replyTo({ desk, request, url, method, ticket, who });
    pattern = reply.pattern;
    const name = reply.reply.reply === 'page' ? await ownName(desk, who) : undefined;
    return written(desk, { who, name }, url.pathname + url.search, reply, pattern, accepts);
  } catch (error) {
    const trouble = error instanceof NotHere ? 'not-found' : 'broken';
    const page = error instanceof NotAnswered ? refusedPage(error.refusal) : troublePage(trouble);
    const made = written(
      desk,
      { who },
      url.pathname + url.search,
      { reply: page, pattern, work: undefined },
      pattern,
      accepts,
    );
    return error instanceof NotHere || error instanceof NotAnswered ? made : { ...made, broken: error };
  }
}

type Request = {
  readonly desk: Desk;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly method: string;
  readonly ticket: Ticket;
  readonly who: DeskSession | undefined;
};

/** A reply with where it belongs. */
export type Placed = {
  readonly reply: Reply;
  readonly pattern: string;
  readonly work: DeskRoute | undefined;
};

async function replyTo(of: Request): Promise<Placed> {
  const { desk, request, url, method, who } = of;
  if (method === 'POST' && !isFromHere(request.headers, desk.origin))
    return { reply: troublePage('forbidden'), pattern: '-', work: undefined };
  if (url.pathname.startsWith('/api/')) {
    return { reply: await answerApi(of), pattern: '/api/:kind/:row', work: undefined };
  }
  const found = find(method, url.pathname);
  if (!('route' in found)) {
    const trouble = found.methods.length > 0 ? 'method' : 'not-found';
    return { reply: troublePage(trouble), pattern: '-', work: undefined };
  }
  const { route, path: pattern } = found.route;
  const placed = (reply: Reply): Placed => ({ reply, pattern, work: route });
  const isOpen = who !== undefined && who.needs === undefined;
  if (route.kind === 'door' ? route.needs === 'open' && !isOpen : !isOpen)
    return placed(go(doorFor(who, url, method)));
  if (route.kind === 'door' && route.needs === 'half' && !who) return placed(go('/sign-in'));

  const form = method === 'POST' ? await readDeskForm(request, takesFiles(route)) : NO_FORM;
  if (form === 'too-large') return placed(troublePage('too-large'));
  if (form === 'not-a-form') return placed(troublePage('method'));
  // Before anybody is known there is no token: the browser's word where the form comes from decides (isFromHere).
  if (method === 'POST' && who && !isToken(form.fields.get('token'), who.csrf))
    return placed(troublePage('forbidden'));
  if (route.kind === 'door') return placed(await route.handle(knockingOf(of, form)));
  if (!who) return placed(go('/sign-in'));

  const asking = askingOf(of, who, found.params, form, pattern);
  const needs = neededBy(route);
  if (!needs.every((row) => asking.may(row))) {
    // Who has no duties begins with the first thing that is hers.
    const [first] = url.pathname === '/' ? screensOf(desk, who) : [];
    return placed(first ? go(first.path) : refusedPage({ refused: 'denied', row: '' }));
  }
  switch (route.kind) {
    case 'screen':
      return placed(await route.show(asking));
    case 'step':
      return placed(await route.handle(asking));
    case 'act':
      return placed(await (method === 'POST' ? doAct(asking, route) : showAct(asking, route)));
  }
}

function neededBy(route: Exclude<DeskRoute, { kind: 'door' }>) {
  return route.kind === 'screen' ? route.asks : route.kind === 'act' ? [route.row] : route.needs;
}

function takesFiles(route: DeskRoute): boolean {
  return route.kind === 'act' || (route.kind === 'step' && route.files === true);
}

/** Where somebody has to go before anything else; she comes back to the page that she wanted to open. */
function doorFor(who: DeskSession | undefined, { pathname, search }: URL, method: string): string {
  const isPage = method === 'GET' && pathname !== '/' && !pathname.startsWith('/do/');
  return withReturn(
    who?.needs === undefined ? '/sign-in' : `/sign-in/${who.needs}`,
    isPage ? pathname + search : '/',
  );
}

function askingOf(
  { desk, url, ticket }: Request,
  who: DeskSession,
  params: Asking['params'],
  form: DeskForm,
  pattern: string,
): Asking {
  const { parts } = desk.house;
  const now = parts.now();
  const by = { actor: who.actor, screen: pattern };
  const asked: Asking['ask'] = async (question, input) => {
    const answered = await ask(parts, question.name, input, by);
    // The row itself made the value; its type is the row's.
    return answered as never;
  };
  return {
    desk,
    who,
    ticket,
    path: url.pathname,
    params,
    query: url.searchParams,
    form,
    by,
    now,
    today: dayOfInstant(now),
    ask: asked,
    answer: async (question, input) => {
      const answered = await asked(question, input);
      if (!answered.ok) throw new NotAnswered(answered.error);
      return answered.value;
    },
    execute: (calls, more) => execute(parts, calls, { ...by, ...more }),
    may: (row) => mayUse(desk, who, row),
    link: (href) => (mayOpen(desk, who, href) ? href : undefined),
  };
}

function knockingOf({ desk, url, ticket, who }: Request, form: DeskForm): Knocking {
  const { cookie: _cookie, ...knock } = ticket;
  return {
    desk,
    knock,
    ticket,
    who,
    path: url.pathname,
    query: url.searchParams,
    form,
    now: desk.house.parts.now(),
  };
}

function written(
  desk: Desk,
  here: Pick<Framing, 'who' | 'name'>,
  path: string,
  { reply, work }: Placed,
  pattern: string,
  accepts: string,
): Answered {
  switch (reply.reply) {
    case 'go':
      return answeredByGoing(pattern, reply);
    case 'json':
      return answered(
        pattern,
        reply.status ?? 200,
        { ...NOT_KEPT, 'Content-Type': 'application/json; charset=utf-8' },
        encode(JSON.stringify(reply.value), accepts),
      );
    case 'file':
      return answered(
        pattern,
        200,
        {
          ...NOT_KEPT,
          'Content-Type': reply.type,
          'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(reply.name)}`,
        },
        { bytes: reply.bytes },
      );
    case 'page':
      return answered(
        pattern,
        reply.status ?? 200,
        { ...NOT_KEPT, ...reply.headers, ...HTML },
        encode(framed({ desk, ...here, path, route: work }, reply), accepts),
      );
  }
}
