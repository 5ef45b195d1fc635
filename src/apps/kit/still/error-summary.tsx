import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type ErrorSummaryProps = {
  readonly title: string;
  /** `for`: the id of the question. */
  readonly errors: readonly { readonly text: string; readonly for: string }[];
};

/**
 * Above the form: what to look at again; each line jumps to its question. Nothing when nothing is wrong. It has the focus
 * when the page opens, without scripts too: otherwise somebody who listens hears the whole page again before the reason.
 */
export function ErrorSummary({ title, errors }: ErrorSummaryProps): ReactNode {
  if (errors.length === 0) return null;
  return (
    <div className="notice urgent" role="alert" tabIndex={-1} autoFocus id="errors">
      <h2>
        <Ruby text={title} />
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.for}>
            <a href={`#${error.for}`}>
              <Ruby text={error.text} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
