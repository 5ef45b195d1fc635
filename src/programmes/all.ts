import { chiyodaVisit } from './chiyoda-visit/programme.ts';
import type { Programme } from './programme.ts';
import { screening } from './screening/programme.ts';

/** Every programme this house can run: a joint. */
export const programmes: readonly Programme[] = [chiyodaVisit, screening];
