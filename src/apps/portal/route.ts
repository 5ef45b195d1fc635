import type { Session } from '../../gate/outside/outside-gate.ts';
import type { Ask, OpenAsk } from './ask.ts';
import type { Reply } from './reply.ts';

/**
 * One route as data. `needs`: what must have been proved. `taking`: something is sent or given away here, so it says
 * "please call" while nothing can be taken.
 */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** `/q/:code`; the log knows this pattern only. */
  readonly path: string;
  readonly taking?: boolean | undefined;
} & (
  | { readonly needs: 'nothing'; readonly handle: (ask: Ask) => Promise<Reply> | Reply }
  | { readonly needs: 'code'; readonly handle: (ask: Ask<Session>) => Promise<Reply> | Reply }
  | { readonly needs: 'open'; readonly handle: (ask: OpenAsk) => Promise<Reply> | Reply }
);

/** What a path asks for: a route with its parameters, or which methods the path would have. */
export type Found =
  | { readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly methods: readonly string[] };

/** Looks paths up. Most are found whole; a parameter takes one whole part of a path. */
export function routerOf(routes: readonly Route[]): (method: string, path: string) => Found {
  const whole = Map.groupBy(routes, ({ path }) => path);
  const patterns = routes
    .filter(({ path }) => path.includes('/:'))
    .map((route) => ({ route, parts: route.path.split('/') }));
  const fittingTo = (path: string) => {
    const found = path.includes(':') ? undefined : whole.get(path);
    if (found) return found.map((route) => ({ route, params: {} }));
    const asked = path.split('/');
    return patterns.flatMap(({ route, parts }) => {
      const params = paramsOf(parts, asked);
      return params ? [{ route, params }] : [];
    });
  };
  return (method, path) => {
    const fitting = fittingTo(path);
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = fitting.find(({ route }) => route.method === wanted);
    return found ?? { methods: [...new Set(fitting.map(({ route }) => route.method))] };
  };
}

function paramsOf(
  wanted: readonly string[],
  asked: readonly string[],
): Readonly<Record<string, string>> | undefined {
  if (wanted.length !== asked.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const given = asked[index] ?? '';
    if (!part.startsWith(':')) {
      if (part !== given) return undefined;
    } else if (given === '') return undefined;
    else params[part.slice(1)] = given;
  }
  return params;
}
