import type { DeskRoute } from '../../route.ts';
import { approveReset, disableId, endAllSessions, leave, openId, unlock } from './id-acts.ts';
import { idScreen } from './id.tsx';
import { idsScreen } from './ids.tsx';
import { requestsScreen } from './requests.tsx';
import { carryOutReset, resetScreen } from './reset.tsx';
import { reviewAct, reviewsScreen } from './reviews.tsx';
import { grantRight, judgeRight, requestRight, requestWardRight, withdrawRight } from './right-acts.ts';
import { registerTerminal, terminalsScreen, withdrawTerminal } from './terminals.tsx';
import { notifyWorker, pledge, registerWorker, teachWorker } from './worker-acts.ts';
import { workersScreen } from './workers.tsx';

/** IDs, rights, workers and terminals: request → approval → grant → review → leaving (SEC-4, 5, 6, 15). */
export const administrationRoutes: readonly DeskRoute[] = [
  idsScreen,
  idScreen,
  requestsScreen,
  resetScreen,
  carryOutReset,
  workersScreen,
  reviewsScreen,
  terminalsScreen,
  requestRight,
  requestWardRight,
  judgeRight,
  grantRight,
  withdrawRight,
  openId,
  disableId,
  leave,
  unlock,
  endAllSessions,
  approveReset,
  registerWorker,
  notifyWorker,
  teachWorker,
  pledge,
  reviewAct,
  registerTerminal,
  withdrawTerminal,
];
