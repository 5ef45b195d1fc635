import type { DeskRoute } from '../../route.ts';
import { assignRoutes } from './assign.tsx';
import { capacityRoutes } from './capacity.tsx';
import { dayRoutes } from './day.tsx';
import { listRoutes } from './lists.tsx';
import { sheetRoutes } from './sheet.tsx';
import { teamRoutes } from './team.tsx';
import { timeRoutes } from './times.tsx';
import { visitRoutes } from './visit.tsx';
import { weekRoutes } from './week.tsx';

/** 予約・訪問: capacity, day and week, assignment, closures, a visitor's sheet, results. */
export const bookingsRoutes: readonly DeskRoute[] = [
  ...sheetRoutes,
  ...dayRoutes,
  ...weekRoutes,
  ...timeRoutes,
  ...capacityRoutes,
  ...assignRoutes,
  ...listRoutes,
  ...teamRoutes,
  ...visitRoutes,
];
