import type { ReactNode } from 'react';
import type { JourneyStep } from '../../domain/portal/next-step.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import { Progress } from '../kit/still/progress.tsx';
import { Ruby } from '../kit/still/ruby.tsx';
import { fill } from './fill.ts';
import { progressOf } from './where.ts';

/** Top of a page of the way: how far she is, and the heading. */
export function Stage({
  words,
  step,
  heading,
  part,
}: {
  readonly words: PortalWords;
  readonly step: JourneyStep;
  readonly heading: string;
  /** "2 / 4" within the step. */
  readonly part?: string | undefined;
}): ReactNode {
  const { at, of } = progressOf(step);
  return (
    <>
      <Progress
        text={`${fill(words.site.progress, { step: at, of })}${part ? ` – ${part}` : ''}`}
        at={at}
        of={of}
      />
      <h1>
        <Ruby text={heading} />
      </h1>
    </>
  );
}
