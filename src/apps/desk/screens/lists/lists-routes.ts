import type { DeskRoute } from '../../route.ts';
import { answerAct } from './answer-act.tsx';
import { commitRoutes } from './commit-screen.tsx';
import { differencesRoutes } from './differences-screen.tsx';
import { discardAct } from './discard-act.tsx';
import { listRoutesHere } from './list-screen.tsx';
import { listsRoutesHere } from './lists-screen.tsx';
import { noChangeAct } from './no-change-act.tsx';
import { listPaperRoutes } from './papers-screen.tsx';
import { takeInRoutes } from './take-in-screen.tsx';
import { uploadRoutes } from './upload-screen.tsx';

/** The list room: from the file of the ward to the ledger, with every paper on the way. */
export const listsRoutes: readonly DeskRoute[] = [
  ...listsRoutesHere,
  ...uploadRoutes,
  ...takeInRoutes,
  ...listRoutesHere,
  ...commitRoutes,
  ...differencesRoutes,
  ...listPaperRoutes,
  answerAct,
  discardAct,
  noChangeAct,
];
