import type { ReactNode } from 'react';
import { Ruby, withoutRuby } from './ruby.tsx';

export type CountdownProps = {
  /** What stands there without a script: "10:25 まで、この時間をお取りしています". */
  readonly text: string;
  /** With a script: `{m}` and `{s}` are minutes and seconds. */
  readonly running: string;
  readonly over: string;
  /** Seconds that were left when the page was made: the clock of her phone may be wrong. */
  readonly seconds: number;
};

/** How long a seat is kept for her. */
export function Countdown({ text, running, over, seconds }: CountdownProps): ReactNode {
  return (
    <div
      className="countdown"
      data-seconds={seconds}
      data-running={withoutRuby(running)}
      data-over={withoutRuby(over)}
    >
      <p>
        <Ruby text={text} />
      </p>
      <p className="heard" role="status" />
    </div>
  );
}
