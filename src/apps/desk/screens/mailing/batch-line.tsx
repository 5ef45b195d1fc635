import type { ReactNode } from 'react';
import type { BatchStep } from '../../../../domain/mailings/batch-step.ts';
import { PHASES, phaseOfStep } from '../../../../programmes/words/mailing-room.ts';

/** Where a batch stands, as a line from the ward's word to the last count: in words, signs and colour. */
export function BatchLine({ step }: { readonly step: BatchStep }): ReactNode {
  const at = phaseOfStep[step];
  const now = at === 'end' ? PHASES.length : PHASES.findIndex(([name]) => name === at);
  return (
    <ol className="batch-line" aria-label="この束の進み方">
      {PHASES.map(([name, words], index) => (
        <li
          key={name}
          className={index < now ? 'done' : index === now ? 'now' : undefined}
          aria-current={index === now ? 'step' : undefined}
        >
          <span aria-hidden="true">{index < now ? '✓' : index + 1}</span> {words}
          <span className="heard">{index < now ? '(済)' : index === now ? '(今ここ)' : '(まだ)'}</span>
        </li>
      ))}
    </ol>
  );
}
