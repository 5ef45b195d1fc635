import type { Desk } from './desk.ts';
import { mayUse, type Holder } from './rights.ts';
import type { DeskRoute } from './route.ts';
import { ROUTES } from './routes.ts';
import { deskRouter } from './ways.ts';

const find = deskRouter(ROUTES);

/** Whether somebody with these roles gets the page of an address at all: a link to any other one is not shown to her. */
export function mayOpen(desk: Desk, who: Holder, href: string): boolean {
  const found = find('GET', href.split(/[?#]/)[0] ?? '');
  if (!('route' in found)) return false;
  const { route } = found.route;
  const may = (row: Parameters<typeof mayUse>[2]) => mayUse(desk, who, row);
  return neededFor(route).every(may) && (route.kind !== 'screen' || (route.some?.some(may) ?? true));
}

function neededFor(route: DeskRoute) {
  return route.kind === 'screen' ? route.asks : route.kind === 'act' ? [route.row] : [];
}
