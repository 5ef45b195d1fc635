import type { DeskRoute } from '../../route.ts';
import { backScreen } from './back-screen.tsx';
import { beginPackages } from './begin-screen.tsx';
import {
  decideAct,
  holdAct,
  placeAct,
  redispatchAct,
  redispatchAgainAct,
  releaseAct,
} from './benefit-acts.tsx';
import { heldScreen, letterScreen } from './held-screen.tsx';
import { packRoom } from './pack-screen.tsx';
import { owedScreen } from './packages-screen.tsx';
import { countAct, destroyAct, receiveAct, returnAct } from './stock-acts.tsx';
import { stockScreen } from './stock-screen.tsx';

/** The room of the packages: what is owed, what waits, the table where they are packed, and the safe. */
export const packagesRoutes: readonly DeskRoute[] = [
  owedScreen,
  ...beginPackages,
  heldScreen,
  letterScreen,
  ...packRoom,
  stockScreen,
  backScreen,
  receiveAct,
  countAct,
  returnAct,
  destroyAct,
  decideAct,
  holdAct,
  releaseAct,
  placeAct,
  redispatchAct,
  redispatchAgainAct,
];
