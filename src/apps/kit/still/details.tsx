import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type DetailsProps = {
  readonly summary: string;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
};

/** More for whoever wants it; nothing that she must know. */
export function Details({ summary, open, children }: DetailsProps): ReactNode {
  return (
    <details open={open}>
      <summary>
        <Ruby text={summary} />
      </summary>
      <div>{children}</div>
    </details>
  );
}
