import type { DeskRoute } from './route.ts';
import { administrationRoutes } from './screens/administration/administration-routes.ts';
import { doorRoutes } from './screens/door/door-routes.ts';
import { listsRoutes } from './screens/lists/lists-routes.ts';
import { todayRoutes } from './screens/today.tsx';

/** Every address of the desk. A feature adds its own list here and nowhere else. */
export const ROUTES: readonly DeskRoute[] = [
  ...administrationRoutes,
  ...doorRoutes,
  ...todayRoutes,
  ...listsRoutes,
];
