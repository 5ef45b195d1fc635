import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type ProgressProps = {
  /** What is read: "3 / 7 お住まい". */
  readonly text: string;
  readonly at: number;
  readonly of: number;
};

/** How far she is, in words; the bar beside it is for the eye only. */
export function Progress({ text, at, of }: ProgressProps): ReactNode {
  return (
    <div className="progress">
      <p>
        <Ruby text={text} />
      </p>
      <div aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <i key={index} className={index < at ? 'done' : undefined} />
        ))}
      </div>
    </div>
  );
}
