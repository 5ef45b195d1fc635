import type { DeskRoute } from './route.ts';
import { listsRoutes } from './screens/lists/lists-routes.ts';
import { todayRoutes } from './screens/today.tsx';

/** Every address of the desk. A feature adds its own list here and nowhere else. */
export const ROUTES: readonly DeskRoute[] = [...todayRoutes, ...listsRoutes];
