import type { CaseId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { KnownCase } from './match.ts';

/** A case as matching looks at it; undefined when it was never opened. */
export function knownCase(id: CaseId, { standing }: CaseState): KnownCase | undefined {
  const { opened, due } = standing;
  if (!opened) return undefined;
  const ended = standing.loss
    ? 'loss'
    : standing.womanDied || standing.childDied
      ? 'death'
      : standing.birth
        ? 'birth'
        : standing.closed
          ? 'closed'
          : undefined;
  return {
    case: id,
    openedOn: opened.on,
    ...(due === undefined ? {} : { due }),
    ...(ended ? { ended } : {}),
  };
}
