import type { ReactNode } from 'react';
import { Ruby } from './ruby.tsx';

export type TelephoneProps = {
  /** Whose number it is. */
  readonly label: string;
  /** As people write it: 03-0000-0000. */
  readonly number: string;
  readonly hours?: string | undefined;
};

/** A number to call with one tap. */
export function Telephone({ label, number, hours }: TelephoneProps): ReactNode {
  return (
    <p className="telephone">
      <span>
        <Ruby text={label} />
      </span>
      <a href={`tel:${number.replace(/[^+\d]/gu, '')}`}>{number}</a>
      {hours !== undefined && (
        <span>
          <Ruby text={hours} />
        </span>
      )}
    </p>
  );
}
