import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type SummaryRow = {
  readonly term: string;
  /** A string may carry readings; its line breaks are kept. */
  readonly answer: ReactNode;
  /** Where the answer is in another language than the page, such as an address. */
  readonly lang?: string | undefined;
  /** `context` is only heard: which answer the link changes. */
  readonly change?: { readonly text: string; readonly context: string; readonly href: string } | undefined;
};

/** What she answered, each with a way to change it. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): ReactNode {
  return (
    <dl className="summary">
      {rows.map((row) => (
        <div key={row.term}>
          <dt>
            <Ruby text={row.term} />
          </dt>
          <dd lang={row.lang}>{typeof row.answer === 'string' ? <Ruby text={row.answer} /> : row.answer}</dd>
          {row.change && (
            <dd className="change">
              <a href={row.change.href}>
                <Ruby text={row.change.text} />
                <span className="heard">
                  {' '}
                  <Ruby text={row.change.context} />
                </span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
