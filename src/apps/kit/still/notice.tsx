import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type NoticeProps = {
  readonly kind: 'info' | 'warn' | 'urgent' | 'success';
  /** Says by itself of what kind it is: colour and sign only help. */
  readonly title: string;
  readonly children?: ReactNode;
  /** Level of its heading; 2 unless told. */
  readonly level?: 2 | 3 | undefined;
};

/** A box that should not be overlooked: sign, edge and words, never colour alone. */
export function Notice({ kind, title, children, level = 2 }: NoticeProps): ReactNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={`notice ${kind}`}>
      <Heading>
        <Ruby text={title} />
      </Heading>
      {children}
    </div>
  );
}
