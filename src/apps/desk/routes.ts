import type { DeskRoute } from './route.ts';
import { bookingsRoutes } from './screens/bookings/bookings-routes.ts';
import { callsRoutes } from './screens/calls/calls-routes.ts';
import { administrationRoutes } from './screens/administration/administration-routes.ts';
import { casesRoutes } from './screens/cases/cases-routes.ts';
import { doorRoutes } from './screens/door/door-routes.ts';
import { listsRoutes } from './screens/lists/lists-routes.ts';
import { mailingRoutes } from './screens/mailing/mailing-routes.ts';
import { savedFilterRoutes } from './screens/saved-filter-acts.tsx';
import { searchRoutes } from './screens/search.tsx';
import { packagesRoutes } from './screens/packages/packages-routes.ts';
import { registerRoutes } from './screens/register-acts.ts';
import { todayRoutes } from './screens/today.tsx';

/** Every address of the desk. A feature adds its own list here and nowhere else. */
export const ROUTES: readonly DeskRoute[] = [
  ...administrationRoutes,
  ...doorRoutes,
  ...todayRoutes,
  ...registerRoutes,
  ...casesRoutes,
  ...savedFilterRoutes,
  ...searchRoutes,
  ...mailingRoutes,
  ...listsRoutes,
  ...packagesRoutes,
  ...callsRoutes,
  ...bookingsRoutes,
];
