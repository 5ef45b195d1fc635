import { checkProjections, type RebuildCheck } from '../store/rebuild.ts';
import type { Place } from './place.ts';

/** `mimamori rebuild --check`: every projection made again from the journal and compared, while work goes on. */
export function checkRebuild(place: Place): Promise<RebuildCheck> {
  return checkProjections(place.database, place.parts.projections, place.parts.rules);
}
