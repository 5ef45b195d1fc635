import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import type { StopInForce } from '../../../../domain/standing/stops-in-force.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import { undoingWords } from '../../../../programmes/words/standing.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import type { Act } from '../../route.ts';
import { standingCaseActs } from './standing-acts.tsx';
import { undoStopActs } from './undo-acts.tsx';
import { whereItGoesCaseActs } from './where-it-goes-acts.tsx';

type Stop = StopInForce & { readonly words: string };

/** What stops her, since when, and the one way in which it is taken back. */
export function StopsInForce({
  asking,
  id,
  stops,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
  readonly stops: readonly Stop[];
}): ReactNode {
  if (stops.length === 0) return null;
  return (
    <Notice kind="warn" title="止めているもの">
      <ul className="stops">
        {stops.map((stop) => {
          const way = undoOf(stop, id);
          return (
            <li key={`${stop.word} ${stop.fact ?? stop.reason ?? ''}`}>
              <strong>{stop.words}</strong>
              {stop.reason && `(${caseActWords.holds[stop.reason] ?? 'リストの照合'})`}
              {stop.on && ` ${dayWords(stop.on)}から`}
              {stop.until && ` ${dayWords(stop.until)}まで`}。{undoingWords[stop.undo]}
              {way && asking.may(way.act.row) && <ActLink of={way.act} given={way.given} />}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function undoOf(stop: Stop, id: CaseId): { readonly act: Act; readonly given: Given } | undefined {
  const given = { case: id };
  switch (stop.undo) {
    case 'two-people':
      return stop.fact ? { act: undoStopActs.lift, given: { ...given, fact: stop.fact } } : undefined;
    case 'end-protection':
      return { act: undoStopActs.endProtection, given };
    case 'herself':
      return { act: undoStopActs.resume, given };
    case 'move-back':
      return { act: whereItGoesCaseActs.moveByTwo, given: { ...given, kind: 'back' } };
    case 'end-hold':
      return stop.reason
        ? { act: undoStopActs.endHold, given: { ...given, reason: stop.reason } }
        : undefined;
    case 'name-mail-way':
      return { act: standingCaseActs.mailWay, given };
    case 'none':
      return undefined;
  }
}
