import type { DeskRoute } from '../../route.ts';
import { balanceScreen } from './balance-page.tsx';
import { batchActs } from './batch-acts.tsx';
import { batchScreen } from './batch-page.tsx';
import { batchSteps, postScreen } from './batch-steps.tsx';
import { beginScreen, beginStep } from './begin-page.tsx';
import { enclosingRoutes } from './enclosing-page.tsx';
import { monthScreen } from './month-page.tsx';
import { postageScreen } from './postage-page.tsx';
import { returnsRoutes } from './returns-page.tsx';

/** The mailing room: from what the month has to send to the receipt of the post office. */
export const mailingRoutes: readonly DeskRoute[] = [
  monthScreen,
  beginScreen,
  beginStep,
  batchScreen,
  ...batchActs,
  ...batchSteps,
  postScreen,
  ...enclosingRoutes,
  ...returnsRoutes,
  balanceScreen,
  postageScreen,
];
