import { routerOf, type Found } from '../kit/server/router.ts';
import type { DeskRoute } from './route.ts';

/** A route under one method. An act answers under both: it shows itself and it is done. */
export type DeskWay = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly route: DeskRoute;
};

/** Looks addresses up. Two routes under one address are a mistake of ours and stop. */
export function deskRouter(routes: readonly DeskRoute[]): (method: string, path: string) => Found<DeskWay> {
  const ways = routes.flatMap(waysOf);
  const names = ways.map(({ method, path }) => `${method} ${path}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Two routes of the desk answer under ${twice}`);
  return routerOf(ways);
}

function waysOf(route: DeskRoute): readonly DeskWay[] {
  switch (route.kind) {
    case 'screen':
      return [{ method: 'GET', path: route.path, route }];
    case 'act':
      return (['GET', 'POST'] as const).map((method) => ({ method, path: `/do/${route.name}`, route }));
    case 'step':
      return [{ method: 'POST', path: route.path, route }];
    case 'door':
      return [{ method: route.method, path: route.path, route }];
  }
}
