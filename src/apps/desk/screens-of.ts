import type { Desk } from './desk.ts';
import { mayUse, type Holder } from './rights.ts';
import type { Screen } from './route.ts';
import { ROUTES } from './routes.ts';

/** The screens of the rail that somebody may open: all that they ask is hers to ask. */
export function screensOf(desk: Desk, who: Holder): readonly Screen[] {
  return ROUTES.filter((route) => route.kind === 'screen').filter(
    (screen) => screen.tab !== undefined && screen.asks.every((row) => mayUse(desk, who, row)),
  );
}
