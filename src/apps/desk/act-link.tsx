import type { ReactNode } from 'react';
import type { Given } from './asking.ts';
import type { Act } from './route.ts';

/** The way to an act, with the ids it is about. `quiet` where many stand beside each other. */
export function ActLink({
  of,
  given,
  text = of.button,
  main,
}: {
  readonly of: Act;
  readonly given: Given;
  readonly text?: string;
  readonly main?: boolean;
}): ReactNode {
  return (
    <a className={`button ${main ? 'main' : 'plain'} small`} href={actHref(of, given)}>
      {text}
    </a>
  );
}

/** The address of an act. */
export function actHref(of: Act, given: Given): string {
  const search = new URLSearchParams(given).toString();
  return `/do/${of.name}${search === '' ? '' : `?${search}`}`;
}
