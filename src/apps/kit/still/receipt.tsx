import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type ReceiptProps = {
  readonly label: string;
  readonly number: string;
  readonly hint?: string | undefined;
};

/** A number that she may write down: large, its letters of one width. */
export function Receipt({ label, number, hint }: ReceiptProps): ReactNode {
  return (
    <div className="receipt">
      <p>
        <Ruby text={label} />
      </p>
      <p className="number">{number}</p>
      {hint !== undefined && (
        <p>
          <Ruby text={hint} />
        </p>
      )}
    </div>
  );
}
