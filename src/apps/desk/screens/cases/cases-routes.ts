import type { DeskRoute } from '../../route.ts';
import { casePageScreen } from './case-page.tsx';
import { caseListScreen } from './list.tsx';
import { standingCaseActs } from './standing-acts.tsx';
import { stopCaseActs } from './stop-acts.tsx';
import { undoStopActs } from './undo-acts.tsx';
import { whereItGoesCaseActs } from './where-it-goes-acts.tsx';

/** Everything under 対象者. */
export const casesRoutes: readonly DeskRoute[] = [
  caseListScreen,
  casePageScreen,
  ...Object.values(stopCaseActs),
  ...Object.values(undoStopActs),
  ...Object.values(standingCaseActs),
  ...Object.values(whereItGoesCaseActs),
];
