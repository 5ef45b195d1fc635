/** A way in: how it is asked for and where. A parameter takes one whole part of a path. */
export type Way = { readonly method: 'GET' | 'POST'; readonly path: string };

/** What was asked for: a route with its parameters, or which methods the path would have. */
export type Found<W extends Way> =
  | { readonly route: W; readonly params: Readonly<Record<string, string>> }
  | { readonly methods: readonly string[] };

/** Looks paths up. Most are found whole; a parameter takes one whole part of a path. */
export function routerOf<W extends Way>(routes: readonly W[]): (method: string, path: string) => Found<W> {
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
